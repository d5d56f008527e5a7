import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { registration } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";

/** A registration that nobody went on with. */
export interface IdleDraft extends LineUser {
  readonly id: string;
}

/** Takes registrations left since `idleSince` and never spoken of; one that somebody else holds is passed over. */
export async function lockIdleDrafts(tx: Tx, idleSince: Date, limit: number): Promise<readonly IdleDraft[]> {
  return tx
    .select({ id: registration.id, channel: registration.channel, lineUserId: registration.lineUserId })
    .from(registration)
    .where(
      and(
        eq(registration.kind, "registration"),
        isNull(registration.endedAt),
        isNull(registration.remindedAt),
        lte(registration.changedAt, idleSince),
      ),
    )
    .orderBy(asc(registration.changedAt))
    .limit(limit)
    .for("update", { skipLocked: true });
}

/** Notes that a draft was spoken of: it happens once. */
export async function markReminded(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(registration).set({ remindedAt: now }).where(eq(registration.id, id));
}
