import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { petitionWord } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { CitizenWord } from "../citizen-word.ts";
import type { KeptPetition } from "./petition.ts";

type Of = Pick<KeptPetition, "agencyId" | "id">;

export interface WaitingWord {
  readonly agencyId: string;
  readonly petitionId: string;
  readonly what: CitizenWord;
  readonly since: Date;
}

/** Leaves a word: a further message waits with the first; a correction or a withdrawal weighs more and is told anew. */
export async function leaveWord(
  tx: Tx,
  { agencyId, id: petitionId, personId }: Of & Pick<KeptPetition, "personId">,
  what: CitizenWord,
  now: Date,
): Promise<void> {
  const insert = tx
    .insert(petitionWord)
    .values({ agencyId, petitionId, personId, what, since: now, toldAt: null });
  const weighsMore = { what, since: now, toldAt: null };
  const target = [petitionWord.agencyId, petitionWord.petitionId];
  await (what === "said"
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({ target, set: weighsMore }));
}

/** Nothing of the citizen waits any more. */
export async function settleWord(tx: Tx, of: Of): Promise<void> {
  await tx.delete(petitionWord).where(isOf(of));
}

/** What waits of a petition; null: nothing does. */
export async function findWord(tx: Tx, of: Of): Promise<WaitingWord | null> {
  const [row] = await tx.select(columns).from(petitionWord).where(isOf(of));
  return row ?? null;
}

/** Words that nobody was told of, the oldest first: at most `limit`. Runs as the system. */
export async function listUntoldWords(tx: Tx, limit: number): Promise<readonly WaitingWord[]> {
  return tx
    .select(columns)
    .from(petitionWord)
    .where(isNull(petitionWord.toldAt))
    .orderBy(asc(petitionWord.since))
    .limit(limit);
}

/** Writes down that it is told; false: somebody did, or it was settled meanwhile. */
export async function markWordTold(tx: Tx, of: Of, now: Date): Promise<boolean> {
  const marked = await tx
    .update(petitionWord)
    .set({ toldAt: now })
    .where(and(isOf(of), isNull(petitionWord.toldAt)))
    .returning({ id: petitionWord.petitionId });
  return marked.length === 1;
}

const columns = {
  agencyId: petitionWord.agencyId,
  petitionId: petitionWord.petitionId,
  what: sql<CitizenWord>`${petitionWord.what}`,
  since: petitionWord.since,
};

function isOf({ agencyId, id }: Of) {
  return and(eq(petitionWord.agencyId, agencyId), eq(petitionWord.petitionId, id));
}
