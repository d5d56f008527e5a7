import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { SeatPerson } from "../seat-view.ts";
import { findSeatPerson } from "../store/seat-people.ts";
import { findSeat, type KeptSeat } from "../store/seat.ts";

/** One time in a seat, for its agency and for the office that issued the seat. Refuses any other as not found. */
export async function seeHolding(
  ports: Ports,
  actor: Staff,
  { holdingId }: { readonly holdingId: string },
): Promise<
  Result<{ readonly person: SeatPerson; readonly seat: KeptSeat }, { readonly kind: "holding_not_found" }>
> {
  if (!isUuid(holdingId)) return refuse({ kind: "holding_not_found" });
  return ports.db.as(actor, async (tx) => {
    const person = await findSeatPerson(ports, tx, holdingId);
    const seat = person && (await findSeat(tx, person.seatId));
    return person && seat ? ok({ person, seat }) : refuse({ kind: "holding_not_found" });
  });
}
