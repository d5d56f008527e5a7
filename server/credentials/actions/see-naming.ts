import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { seatSeen, type SeatSeen } from "../seat-view.ts";
import { isNumbered } from "../seat-order.ts";
import { listHeldBefore, listSeatPeople } from "../store/seat-people.ts";
import { findOrder, listOrders } from "../store/seat-order.ts";
import { listSeatsOfAgency } from "../store/seat.ts";

/** How many of the latest orders are offered; whoever comes from the page of an older one finds that one, too. */
const ordersOffered = 10;

/** What the wizard of naming offers: the agency's seats with who is in them, and its orders, the latest first. */
export interface NamingOffer {
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly seats: readonly SeatSeen[];
  readonly orders: readonly { readonly id: string; readonly number: string; readonly dated: BangkokDay }[];
}

/** What the head of an agency may choose from when naming somebody; `orderId`: the order that is chosen already, or empty. */
export function seeNaming(ports: Ports, actor: Staff, orderId: string): Promise<NamingOffer> {
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const place = await findAgencyPlace(tx, agencyId);
    if (!place) throw new Error("staff of an agency that is not there");
    const seats = await listSeatsOfAgency(tx, agencyId);
    const ids = seats.map(({ id }) => id);
    const [people, held] = [await listSeatPeople(ports, tx, ids), await listHeldBefore(tx, ids)];
    const latest = await listOrders(ports, tx, agencyId, ordersOffered);
    const isOlder = isUuid(orderId) && !latest.some(({ id }) => id === orderId);
    const chosen = isOlder ? await findOrder(ports, tx, agencyId, orderId) : null;
    const orders = chosen ? [...latest, chosen] : latest;
    return {
      agency: { nameTh: place.nameTh, nameEn: place.nameEn },
      seats: seats.map((seat) => seatSeen(seat, people, held.has(seat.id))),
      orders: orders.filter(isNumbered).map(({ id, number, dated }) => ({ id, number, dated })),
    };
  });
}
