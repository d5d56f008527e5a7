import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { seatSeen, type SeatPerson, type SeatSeen } from "../seat-view.ts";
import { listHeldBefore, listPastPeople, listSeatPeople } from "../store/seat-people.ts";
import { findSeat, listSeatsOfAgency, type KeptSeat } from "../store/seat.ts";

/** How many of those who were in a seat its page shows. */
const pastShown = 50;

/** The seats of an agency that the actor may see: its own, or those its office issued. */
export function seeSeats(
  ports: Ports,
  actor: Staff,
  { agencyId }: { readonly agencyId: string },
): Promise<readonly SeatSeen[]> {
  return ports.db.as(actor, async (tx) => seenOf(ports, tx, await listSeatsOfAgency(tx, agencyId)));
}

/** A seat with everybody who was in it. */
export interface SeatStory {
  readonly agencyId: string;
  readonly seat: SeatSeen;
  /** The latest first. */
  readonly past: readonly SeatPerson[];
}

/** One seat and its story, for its agency and for the office that issued it. Refuses any other as not found. */
export async function seeSeat(
  ports: Ports,
  actor: Staff,
  { seatId }: { readonly seatId: string },
): Promise<Result<SeatStory, { readonly kind: "seat_not_found" }>> {
  if (!isUuid(seatId)) return refuse({ kind: "seat_not_found" });
  return ports.db.as(actor, async (tx) => {
    const kept = await findSeat(tx, seatId);
    const [seat] = kept ? await seenOf(ports, tx, [kept]) : [];
    if (!kept || !seat) return refuse({ kind: "seat_not_found" });
    const past = await listPastPeople(ports, tx, seatId, pastShown);
    return ok({ agencyId: kept.agencyId, seat, past });
  });
}

async function seenOf(ports: Ports, tx: Tx, seats: readonly KeptSeat[]): Promise<readonly SeatSeen[]> {
  const ids = seats.map(({ id }) => id);
  const [people, held] = [await listSeatPeople(ports, tx, ids), await listHeldBefore(tx, ids)];
  return seats.map((seat) => seatSeen(seat, people, held.has(seat.id)));
}
