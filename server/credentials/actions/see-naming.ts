import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { seatSeen, type SeatSeen } from "../seat-view.ts";
import { isNumbered } from "../seat-order.ts";
import { listHeldBefore, listSeatPeople } from "../store/seat-people.ts";
import { listOrders } from "../store/seat-order.ts";
import { listSeatsOfAgency } from "../store/seat.ts";

/** How many of the latest orders somebody may be named by once more. */
const ordersOffered = 10;

/** What the wizard of naming offers: the agency's seats with who is in them, and its latest orders. */
export interface NamingOffer {
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly seats: readonly SeatSeen[];
  readonly orders: readonly { readonly id: string; readonly number: string; readonly dated: BangkokDay }[];
}

/** What the head of an agency may choose from when naming somebody. */
export function seeNaming(ports: Ports, actor: Staff): Promise<NamingOffer> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const place = await findAgencyPlace(tx, agencyId);
    if (!place) throw new Error("staff of an agency that is not there");
    const seats = await listSeatsOfAgency(tx, agencyId);
    const ids = seats.map(({ id }) => id);
    const [people, held] = [await listSeatPeople(ports, tx, ids), await listHeldBefore(tx, ids)];
    const orders = await listOrders(ports, tx, agencyId, ordersOffered);
    return {
      agency: { nameTh: place.nameTh, nameEn: place.nameEn },
      seats: seats.map((seat) => seatSeen(seat, people, held.has(seat.id))),
      orders: orders.filter(isNumbered).map(({ id, number, dated }) => ({ id, number, dated })),
    };
  });
}
