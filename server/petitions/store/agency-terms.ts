import { desc, eq, sql } from "drizzle-orm";
import { agencyTerms } from "../../../db/schema/index.ts";
import type { Tx } from "../../ports.ts";
import type { AgencyTerms } from "../agency-terms.ts";

/** The terms of an agency's own that are in force; null: it never set any, or took them back. */
export async function findAgencyTerms(tx: Tx, agencyId: string): Promise<AgencyTerms | null> {
  const [row] = await tx
    .select()
    .from(agencyTerms)
    .where(eq(agencyTerms.agencyId, agencyId))
    .orderBy(desc(agencyTerms.version))
    .limit(1);
  if (!row || row.textTh === "") return null;
  const { version, textTh, textEn, madeAt } = row;
  return { version, textTh, textEn, madeAt };
}

/** Keeps the next version of an agency's terms; the ones before stay as they were. */
export async function insertAgencyTerms(
  tx: Tx,
  made: Pick<AgencyTerms, "textTh" | "textEn" | "madeAt"> & {
    readonly agencyId: string;
    readonly madeBy: string;
  },
): Promise<void> {
  const version = sql<number>`(select coalesce(max(version), 0) + 1 from agency_terms
    where agency_id = ${made.agencyId})`;
  await tx.insert(agencyTerms).values({ ...made, version });
}
