import type postgres from "postgres";
import { drainNotices } from "../../server/notices/actions/drain.ts";
import { readAbout } from "../../server/notices/actions/read-about.ts";
import type { Ports } from "../../server/ports.ts";

/**
 * Sends what is due by LINE and SMS to a LINE that takes everything, and answers how what was told of one thing ended:
 * its kind, its medium, and "sent" or why not; sorted.
 */
export async function sentOf(
  ports: Ports,
  all: postgres.Sql,
  ref: "delegationId" | "codeId",
  id: string,
): Promise<readonly string[]> {
  const line = { ...ports.line, push: () => Promise.resolve({ kind: "sent" } as const) };
  const sending = {
    media: ["line", "sms"] as const,
    channel: "c",
    read: readAbout,
    render: { line: () => [{ type: "text", text: "told" }], sms: () => "told" },
  };
  for (let claimed = 1; claimed > 0;) {
    const drained = await drainNotices({ ...ports, line }, { kind: "system", job: "test" }, sending);
    claimed = drained.ok ? drained.value.claimed : 0;
  }
  const rows = await all<{ kind: string; medium: string; ended: string }[]>`
    select kind, medium, coalesce(failure, state) as ended from notice where refs ->> ${ref} = ${id}`;
  return rows.map(({ kind, medium, ended }) => `${kind} ${medium} ${ended}`).sort();
}

/** Makes an account one that came by the web and that nobody has checked: perhaps not the one of that number. */
export async function makeUnchecked(all: postgres.Sql, personId: string): Promise<void> {
  await all`update account set opened_by = 'web' where person_id = ${personId}`;
  await all`update person set assurance = 'phone' where id = ${personId}`;
}
