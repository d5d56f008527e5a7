import { sql } from "drizzle-orm";
import type { Tx } from "../../ports.ts";

/** The next number of a series at an agency in a year of the Buddhist era, from 1, without a gap. */
export async function takeNumber(tx: Tx, agencyId: string, series: string, yearBe: number): Promise<number> {
  const [row] = await tx.execute<{ given: number }>(
    sql`select next_number(${agencyId}, ${series}, ${yearBe}) as given`,
  );
  if (!row) throw new Error("a series gave no number");
  return row.given;
}
