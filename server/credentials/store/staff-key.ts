import { and, desc, eq, gt, gte, isNull, or } from "drizzle-orm";
import { person, seatHolding, softToken, staff } from "../../../db/schema/index.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";

/**
 * The time in a seat of the same agency whose live key a member of staff may sign in to the console with; null: they hold
 * no seat, or no key. Staff and holder are one by their citizen id's blind index. Runs as the gate.
 */
export async function findHoldingOfStaff(tx: Tx, staffId: string): Promise<string | null> {
  const [row] = await tx
    .select({ holdingId: softToken.holdingId })
    .from(softToken)
    .innerJoin(seatHolding, eq(seatHolding.id, softToken.holdingId))
    .innerJoin(person, eq(person.id, softToken.personId))
    .innerJoin(
      staff,
      and(eq(staff.citizenIndex, person.citizenIndex), eq(staff.agencyId, seatHolding.agencyId)),
    )
    .where(and(eq(staff.id, staffId), eq(softToken.state, "live"), eq(seatHolding.state, "live")))
    .orderBy(desc(softToken.madeAt))
    .limit(1);
  return row?.holdingId ?? null;
}

/** Who of an agency's staff could come in to the console by a Soft Token at `now`. Runs as the gate. */
export async function listStaffWithKeys(tx: Tx, agencyId: string, now: Date): Promise<ReadonlySet<string>> {
  const found = await tx
    .selectDistinct({ id: staff.id })
    .from(softToken)
    .innerJoin(seatHolding, eq(seatHolding.id, softToken.holdingId))
    .innerJoin(person, eq(person.id, softToken.personId))
    .innerJoin(
      staff,
      and(eq(staff.citizenIndex, person.citizenIndex), eq(staff.agencyId, seatHolding.agencyId)),
    )
    .where(
      and(
        eq(staff.agencyId, agencyId),
        eq(softToken.state, "live"),
        gt(softToken.notAfter, now),
        eq(seatHolding.state, "live"),
        or(isNull(seatHolding.endsOn), gte(seatHolding.endsOn, bangkokDay(now))),
      ),
    );
  return new Set(found.map(({ id }) => id));
}
