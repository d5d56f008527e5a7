import { and, desc, eq, isNull } from "drizzle-orm";
import { seatLetter } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";

/** A sealed letter: who made it, and who opened it when; nothing of what it says. */
export interface KeptLetter {
  readonly id: string;
  readonly holdingId: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly openedBy: string | null;
  readonly openedAt: Date | null;
}

/** Keeps a new letter, sealed still. */
export async function insertLetter(tx: Tx, made: Omit<KeptLetter, "openedBy" | "openedAt">): Promise<void> {
  await tx.insert(seatLetter).values(made);
}

/** A letter, if the actor may see it. */
export async function findLetter(tx: Tx, id: string): Promise<KeptLetter | null> {
  const [row] = await tx.select().from(seatLetter).where(eq(seatLetter.id, id));
  return row ?? null;
}

/** The letters of a time in a seat, the latest first: at most so many. */
export async function listLetters(tx: Tx, holdingId: string, most: number): Promise<readonly KeptLetter[]> {
  return tx
    .select()
    .from(seatLetter)
    .where(eq(seatLetter.holdingId, holdingId))
    .orderBy(desc(seatLetter.madeAt), desc(seatLetter.id))
    .limit(most);
}

/** Who opened a letter of a time in a seat, and so has read a password of theirs. */
export async function listLetterOpeners(tx: Tx, holdingId: string): Promise<readonly string[]> {
  const found = await tx
    .selectDistinct({ openedBy: seatLetter.openedBy })
    .from(seatLetter)
    .where(eq(seatLetter.holdingId, holdingId));
  return found.flatMap(({ openedBy }) => openedBy ?? []);
}

/** Opens a letter; false: somebody was quicker. Of two at the same moment one opens it. */
export async function markLetterOpened(
  tx: Tx,
  id: string,
  opened: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(seatLetter)
    .set({ openedBy: opened.by, openedAt: opened.now })
    .where(and(eq(seatLetter.id, id), isNull(seatLetter.openedAt)))
    .returning({ id: seatLetter.id });
  return rows.length > 0;
}
