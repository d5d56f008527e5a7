import { and, eq, inArray } from "drizzle-orm";
import { notice } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { NoticeKind } from "../notice.ts";
import { addressRefused } from "../outcome.ts";
import type { ClaimedNotice } from "../store.ts";

/**
 * Settles a mail that went out and came back as refused, and answers it as it was claimed; null: no mail of that id went
 * out to a person, or it is known already. Of two reports at once one finds it. Runs as the system.
 */
export async function settleReturnedMail(tx: Tx, id: string, now: Date): Promise<ClaimedNotice | null> {
  const [row] = await tx
    .update(notice)
    .set({ state: "failed", failure: addressRefused, settledAt: now })
    .where(and(eq(notice.id, id), eq(notice.medium, "mail"), inArray(notice.state, ["sent", "unknown"])))
    .returning();
  if (!row) return null;
  const { channel, lineUserId, personId, refs, queuedAt, diesAt, attempts, originId } = row;
  const kind = row.kind as NoticeKind;
  return {
    ...{
      id,
      medium: "mail",
      kind,
      channel,
      lineUserId,
      personId,
      refs,
      queuedAt,
      diesAt,
      attempts,
      originId,
    },
    replyToken: null,
    replyUntil: null,
  };
}

/** Whom a mail that went out was for; null: there is none such, or it was for staff. Runs as the system. */
export async function findMailedPerson(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ personId: notice.personId })
    .from(notice)
    .where(and(eq(notice.id, id), eq(notice.medium, "mail")));
  return row?.personId ?? null;
}
