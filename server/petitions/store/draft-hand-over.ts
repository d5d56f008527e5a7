import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { draftHandOver } from "../../../db/schema/index.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Tx } from "../../ports.ts";
import type { HandOverNumber } from "../../visits/hand-over.ts";

/** A draft's hand-over as it is kept. */
export interface KeptDraftHandOver {
  readonly agencyId: string;
  readonly id: string;
  readonly personId: string;
  readonly draftId: string;
  readonly number: HandOverNumber;
  readonly madeAt: Date;
  readonly diesAt: Date;
  readonly takenBy: string | null;
  readonly takenAt: Date | null;
  /** When the officer had seen by the card whose it is. */
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
}

type OfDraft = Pick<KeptDraftHandOver, "personId" | "draftId">;

const ofDraft = ({ personId, draftId }: OfDraft) =>
  and(eq(draftHandOver.personId, personId), eq(draftHandOver.draftId, draftId));

const byId = ({ agencyId, id }: Pick<KeptDraftHandOver, "agencyId" | "id">) =>
  and(eq(draftHandOver.agencyId, agencyId), eq(draftHandOver.id, id));

/** Keeps a new one. False: the number, or the draft, has a live one already. */
export async function insertDraftHandOver(
  tx: Tx,
  made: Omit<KeptDraftHandOver, "takenBy" | "takenAt" | "confirmedAt" | "endedAt">,
): Promise<boolean> {
  const rows = await tx
    .insert(draftHandOver)
    .values(made)
    .onConflictDoNothing()
    .returning({ id: draftHandOver.id });
  return rows.length === 1;
}

/** The latest of a draft, whatever became of it; null: there was none. */
export async function findLatestDraftHandOver(tx: Tx, of: OfDraft): Promise<KeptDraftHandOver | null> {
  const [row] = await tx
    .select()
    .from(draftHandOver)
    .where(ofDraft(of))
    .orderBy(desc(isNull(draftHandOver.endedAt)), desc(draftHandOver.madeAt), desc(draftHandOver.id))
    .limit(1);
  return row ? keptOf(row) : null;
}

/** Ends what of a draft's is not over; whoever took it goes on no more. Answers how many were ended. */
export async function endDraftHandOvers(tx: Tx, of: OfDraft, now: Date): Promise<number> {
  const rows = await tx
    .update(draftHandOver)
    .set({ endedAt: now })
    .where(and(ofDraft(of), isNull(draftHandOver.endedAt)))
    .returning({ id: draftHandOver.id });
  return rows.length;
}

/** The agency's hand-over of a number that was not ended, held until the transaction ends. */
export async function lockDraftHandOver(
  tx: Tx,
  agencyId: string,
  number: HandOverNumber,
): Promise<KeptDraftHandOver | null> {
  const [row] = await tx
    .select()
    .from(draftHandOver)
    .where(
      and(
        eq(draftHandOver.agencyId, agencyId),
        eq(draftHandOver.number, number),
        isNull(draftHandOver.endedAt),
      ),
    )
    .for("update");
  return row ? keptOf(row) : null;
}

/** Marks one that is held and not taken as taken by that officer. */
export async function markDraftTaken(
  tx: Tx,
  kept: KeptDraftHandOver,
  staff: Staff,
  now: Date,
): Promise<void> {
  await tx.update(draftHandOver).set({ takenBy: staff.staffId, takenAt: now }).where(byId(kept));
}

/** One that this officer took, ended or not; null: there is none such. */
export async function findTakenDraftHandOver(
  tx: Tx,
  { agencyId, staffId }: Staff,
  id: string,
): Promise<KeptDraftHandOver | null> {
  const [row] = await tx
    .select()
    .from(draftHandOver)
    .where(and(byId({ agencyId, id }), eq(draftHandOver.takenBy, staffId)));
  return row ? keptOf(row) : null;
}

/** Marks that the officer saw whose draft it is; the first time stands. */
export async function markDraftConfirmed(tx: Tx, kept: KeptDraftHandOver, now: Date): Promise<void> {
  await tx
    .update(draftHandOver)
    .set({ confirmedAt: now })
    .where(and(byId(kept), isNull(draftHandOver.confirmedAt)));
}

/** Takes away those that were made before `before`, whatever became of them. Runs as the system. */
export async function deleteDraftHandOvers(tx: Tx, before: Date): Promise<void> {
  await tx.delete(draftHandOver).where(lt(draftHandOver.madeAt, before));
}

function keptOf({ number, ...row }: typeof draftHandOver.$inferSelect): KeptDraftHandOver {
  return { ...row, number: number as HandOverNumber };
}
