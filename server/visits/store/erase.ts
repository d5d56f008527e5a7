import { and, desc, eq, or, sql, isNotNull } from "drizzle-orm";
import { visit, visitPicture } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";

/** The last day a person came to a facility; null: they never did. */
export async function findLatestVisitDay(tx: Tx, personId: string): Promise<BangkokDay | null> {
  const [row] = await tx
    .select({ day: sql<BangkokDay>`${visit.day}` })
    .from(visit)
    .where(eq(visit.personId, personId))
    .orderBy(desc(visit.day))
    .limit(1);
  return row?.day ?? null;
}

/** Empties what was typed beside a person at every visit of theirs. Runs as the system. */
export async function emptyVisits(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(visit)
    .set({ sealed: null, hn: null, an: null })
    .where(
      and(
        eq(visit.personId, personId),
        or(isNotNull(visit.sealed), isNotNull(visit.hn), isNotNull(visit.an)),
      ),
    );
}

/** Forgets the pictures of a person that counters took; answers where they lie. Runs as the system. */
export async function deletePicturesOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .delete(visitPicture)
    .where(eq(visitPicture.personId, personId))
    .returning({ fileKey: visitPicture.fileKey });
  return rows.map(({ fileKey }) => fileKey);
}
