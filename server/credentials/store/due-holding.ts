import { and, eq, inArray, lt, lte, ne } from "drizzle-orm";
import { seatHolding, tokenRegistration } from "../../../db/schema/index.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";

/** Whose last day has passed: at most so many ids. */
export async function listOutlived(tx: Tx, today: BangkokDay, most: number): Promise<readonly string[]> {
  const found = await tx
    .select({ id: seatHolding.id })
    .from(seatHolding)
    .where(and(ne(seatHolding.state, "ended"), lt(seatHolding.endsOn, today)))
    .limit(most);
  return found.map(({ id }) => id);
}

/** Who was approved and waited for a day that has come: at most so many ids. */
export async function listToTake(tx: Tx, today: BangkokDay, most: number): Promise<readonly string[]> {
  const found = await tx
    .select({ id: seatHolding.id })
    .from(seatHolding)
    .innerJoin(tokenRegistration, eq(tokenRegistration.holdingId, seatHolding.id))
    .where(
      and(
        eq(seatHolding.state, "named"),
        lte(seatHolding.startsOn, today),
        inArray(tokenRegistration.state, ["approved", "activated"]),
      ),
    )
    .limit(most);
  return found.map(({ id }) => id);
}
