import { and, desc, eq, isNull, or } from "drizzle-orm";
import { handOver } from "../../../db/schema/index.ts";
import type { LineUser, Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { HandOverLife, HandOverNumber } from "../hand-over.ts";

/** A hand-over as it is kept. */
export interface KeptHandOver extends HandOverLife {
  readonly id: string;
  readonly agencyId: string;
  readonly number: HandOverNumber;
  /** The LINE user who made it. */
  readonly user: LineUser;
  /** That user's own person; null: not registered yet. */
  readonly askerId: string | null;
  /** Whose code it is to be; null: the person of the registration draft. */
  readonly personId: string | null;
  readonly serviceType: string;
  readonly madeAt: Date;
  readonly takenBy: string | null;
}

/** What making one writes. */
export type NewHandOver = Pick<
  KeptHandOver,
  "id" | "agencyId" | "number" | "user" | "askerId" | "personId" | "serviceType" | "madeAt" | "diesAt"
>;

/** Keeps a new one. False: the number, or the LINE user, has a live one already. Runs as the LINE user. */
export async function insertHandOver(tx: Tx, { user, ...made }: NewHandOver): Promise<boolean> {
  const { channel, lineUserId } = user;
  const rows = await tx
    .insert(handOver)
    .values({ ...made, channel, lineUserId })
    .onConflictDoNothing()
    .returning({ id: handOver.id });
  return rows.length === 1;
}

/** The LINE user's latest, whatever became of it: the one that is not ended, if any. */
export async function findLatestHandOver(tx: Tx, user: LineUser): Promise<KeptHandOver | null> {
  const [row] = await tx
    .select()
    .from(handOver)
    .where(ofUser(user))
    .orderBy(desc(isNull(handOver.endedAt)), desc(handOver.madeAt), desc(handOver.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

/** Ends what the LINE user has not ended; the number can be read out no more. */
export async function endHandOvers(tx: Tx, user: LineUser, now: Date): Promise<void> {
  await tx
    .update(handOver)
    .set({ endedAt: now })
    .where(and(ofUser(user), isNull(handOver.endedAt)));
}

/** The facility's hand-over of a number that is not over, held until the transaction ends. */
export async function lockHandOver(
  tx: Tx,
  agencyId: string,
  number: HandOverNumber,
): Promise<KeptHandOver | null> {
  const [row] = await tx
    .select()
    .from(handOver)
    .where(and(eq(handOver.agencyId, agencyId), eq(handOver.number, number), isNull(handOver.endedAt)))
    .for("update");
  return row ? keptOf(row) : null;
}

/** Marks it as taken by that member of staff. It must be locked and not taken by another. */
export async function markTaken(tx: Tx, id: string, staff: Staff, now: Date): Promise<void> {
  await tx
    .update(handOver)
    .set({ takenBy: staff.staffId, takenAt: now })
    .where(and(eq(handOver.id, id), isNull(handOver.takenBy)));
}

/** One that this member of staff took; null: there is none such. */
export async function findTakenHandOver(tx: Tx, staff: Staff, id: string): Promise<KeptHandOver | null> {
  const [row] = await tx.select().from(handOver).where(ofTaker(staff, id));
  return row ? keptOf(row) : null;
}

/** Keeps whom the clerk was shown, as the blind index of their number. */
export async function markShown(tx: Tx, id: string, citizenIndex: Uint8Array): Promise<void> {
  await tx.update(handOver).set({ citizenIndex }).where(eq(handOver.id, id));
}

/**
 * Ties the visit of the person who was shown to the hand-over that this member of staff took. False, and nothing is
 * tied: it is over, has its visit already, or was of somebody else.
 */
export async function tieHandOver(
  tx: Tx,
  staff: Staff,
  id: string,
  visit: { readonly visitId: string; readonly citizenIndex: Uint8Array },
): Promise<boolean> {
  const rows = await tx
    .update(handOver)
    .set({ visitId: visit.visitId })
    .where(
      and(
        ofTaker(staff, id),
        isNull(handOver.visitId),
        isNull(handOver.endedAt),
        or(isNull(handOver.citizenIndex), eq(handOver.citizenIndex, visit.citizenIndex)),
      ),
    )
    .returning({ id: handOver.id });
  return rows.length === 1;
}

/** Ends the hand-over that a visit came from, once it is confirmed; null: it came from none. */
export async function endHandOverOfVisit(
  tx: Tx,
  visit: { readonly id: string; readonly agencyId: string },
  now: Date,
): Promise<KeptHandOver | null> {
  const [row] = await tx
    .update(handOver)
    .set({ endedAt: now })
    .where(
      and(eq(handOver.agencyId, visit.agencyId), eq(handOver.visitId, visit.id), isNull(handOver.endedAt)),
    )
    .returning();
  return row ? keptOf(row) : null;
}

function ofUser({ channel, lineUserId }: LineUser) {
  return and(eq(handOver.channel, channel), eq(handOver.lineUserId, lineUserId));
}

function ofTaker({ agencyId, staffId }: Staff, id: string) {
  return and(eq(handOver.agencyId, agencyId), eq(handOver.id, id), eq(handOver.takenBy, staffId));
}

function keptOf(row: typeof handOver.$inferSelect): KeptHandOver {
  const { id, agencyId, channel, lineUserId, askerId, personId, serviceType, number } = row;
  const { madeAt, diesAt, takenBy, takenAt, visitId, endedAt } = row;
  return {
    ...{ id, agencyId, askerId, personId, serviceType },
    number: number as HandOverNumber,
    user: { channel, lineUserId },
    ...{ madeAt, diesAt, takenBy, takenAt, visitId, endedAt },
  };
}
