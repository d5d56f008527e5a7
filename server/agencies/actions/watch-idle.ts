import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import { endOfBangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { endRight } from "../desk/end-right.ts";
import { idleSince, idleStep } from "../idle-rule.ts";
import { listIdle, lockAccount, saveAccount } from "../store/account.ts";

const atOnce = 200;

/**
 * The rule of sixty days (F1.5): warns whoever did not sign in for 45 and 55 days, and ends the right on the sixtieth,
 * each exactly once however often it runs and however long it did not. Somebody who never signed in is counted from
 * the day of the grant. Answers how many were warned and how many rights ended.
 */
export async function watchIdle(
  ports: Ports,
  actor: SystemActor,
): Promise<{ readonly warned: number; readonly ended: number }> {
  const before = idleSince(ports.clock.now());
  const done = { nothing: 0, warn: 0, revoke: 0 };
  for (let after: string | null = null; ;) {
    const page: readonly { readonly id: string }[] = await ports.db.as(actor, (tx) =>
      listIdle(tx, before, after, atOnce),
    );
    const judged = await eachAlone(
      ports.log,
      "staff.idle_not_judged",
      page,
      ({ id: staffId }) => ({ staffId }),
      ({ id }) => judge(ports, actor, id),
    );
    for (const step of judged) done[step] += 1;
    after = page.at(-1)?.id ?? null;
    if (page.length < atOnce) return { warned: done.warn, ended: done.revoke };
  }
}

/** Takes the step that is due for one account, as it stands under its lock. */
async function judge(ports: Ports, actor: SystemActor, id: string): Promise<"nothing" | "warn" | "revoke"> {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, id);
    if (!account || account.state === "revoked" || account.state === "ended") return "nothing";
    const { lastSignInAt, madeAt, warnedDays } = account;
    const step = idleStep(lastSignInAt ?? madeAt, warnedDays, ports.clock.now());
    switch (step.kind) {
      case "nothing":
        break;
      case "warn": {
        const { days, lastDay } = step;
        await saveAccount(tx, id, { warnedDays: days });
        const refs = { staffId: id, lastDay };
        const diesAt = endOfBangkokDay(lastDay);
        await queue(ports, tx, { kind: "staff_idle_warning", medium: "mail", refs, diesAt });
        break;
      }
      case "revoke":
        await endRight(ports, tx, actor, account, "idle");
        break;
    }
    return step.kind;
  });
}
