import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { holderName, type SeatPart } from "../holding.ts";
import { readNaming, type NamingFaults, type TypedNaming } from "../naming.ts";
import type { SeatOrderText } from "../seat-order.ts";
import type { SeatRight } from "../seat.ts";
import { findOrder } from "../store/seat-order.ts";
import { findSeat } from "../store/seat.ts";
import type { UserCode } from "../user-code.ts";

/** An order as it would be, with the one person it is about. */
export interface DraftedOrder {
  readonly agencyTh: string;
  readonly number: string;
  readonly dated: BangkokDay;
  readonly text: SeatOrderText;
  readonly person: {
    readonly userCode: UserCode;
    readonly right: SeatRight;
    readonly part: SeatPart;
    readonly name: string;
    readonly position: string;
    readonly startsOn: BangkokDay;
    readonly endsOn: BangkokDay | null;
  };
}

export type DraftOrderRefusal =
  NamingFaults | { readonly kind: "seat_not_found" } | { readonly kind: "order_not_found" };

/** What an order would say, from what stands in the wizard; nothing is kept. Refuses what the form refuses. */
export async function draftOrder(
  ports: Ports,
  actor: Staff,
  typed: TypedNaming,
): Promise<Result<DraftedOrder, DraftOrderRefusal>> {
  const naming = readNaming(typed, bangkokDay(ports.clock.now()));
  if (!naming.ok) return naming;
  const { seatId, part, facts, startsOn, endsOn, order } = naming.value;
  return ports.db.as(actor, async (tx) => {
    const [seat, place] = [await findSeat(tx, seatId), await findAgencyPlace(tx, actor.agencyId)];
    if (seat?.agencyId !== actor.agencyId || !place) return refuse({ kind: "seat_not_found" });
    const made = "made" in order ? order.made : await findOrder(ports, tx, actor.agencyId, order.keptId);
    if (!made) return refuse({ kind: "order_not_found" });
    const { userCode, right } = seat;
    const { number, dated, text } = made;
    const person = { userCode, right, part, name: holderName(facts), position: facts.position };
    return ok({ agencyTh: place.nameTh, number, dated, text, person: { ...person, startsOn, endsOn } });
  });
}
