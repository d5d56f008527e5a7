import { orderPaper, type OrderPaper, type PaperPerson } from "../../credentials/order-paper.ts";
import type { SeatPart } from "../../credentials/holding.ts";
import type { SeatRight } from "../../credentials/seat.ts";
import type { AppContext } from "../../http/env.ts";
import { seatOrderPaperTh } from "../../words/documents/seat-order.ts";
import { wordsIn } from "../../words/words.ts";

/** Somebody of an order, right and part still by their kind. */
export interface NamedPerson extends Omit<PaperPerson, "right" | "part"> {
  readonly right: SeatRight;
  readonly part: SeatPart;
}

/** Sets an order on paper and sends it to be saved and printed. It is in Thai whatever language was spoken. */
export async function sendOrderPaper(
  c: AppContext,
  order: Omit<OrderPaper, "people"> & { readonly people: readonly NamedPerson[] },
): Promise<Response> {
  const { rights, parts } = wordsIn("th").credentials;
  const people = order.people.map((person) => ({
    ...person,
    right: rights[person.right],
    part: parts[person.part],
  }));
  const { ports } = c.var;
  const file = await ports.pdf.make(orderPaper({ ...order, people }, seatOrderPaperTh, ports.clock.now()));
  return c.body(Uint8Array.from(file), 200, {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="seat-order${order.isDraft ? "-draft" : ""}.pdf"`,
    "cache-control": "no-store",
  });
}
