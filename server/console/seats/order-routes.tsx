import { Hono } from "hono";
import { attachOrderFile, type AttachOrderRefusal } from "../../credentials/actions/attach-order-file.ts";
import { changeHeadsFile } from "../../credentials/actions/change-order-file.ts";
import { markOrder } from "../../credentials/actions/mark-order.ts";
import { seeOrders } from "../../credentials/actions/see-agency-papers.ts";
import { openOrderFile, seeOrder } from "../../credentials/actions/see-order.ts";
import type { TypedOrderMark } from "../../credentials/order-mark.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { insteadField, readFileChange } from "../../http/page/change-order-file.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readTurn } from "../../http/page/turn.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { typedDayOf } from "../../http/typed-day.ts";
import { parseMomentPlace } from "../../kernel/moment-place.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { orderAddress } from "./addresses.ts";
import { OrderPage, orderTold } from "./order-page.tsx";
import { OrdersPage } from "./orders-page.tsx";
import { sendOrderFile } from "./send-order-file.ts";
import { sendOrderPaper } from "./send-order-paper.ts";

/** Written orders of the head: the page, the paper to sign, the signed files (T1). */
export const seatOrderPages = new Hono<AppEnv>();

const mayName = requireRight("name_holders");

seatOrderPages.get("/seats/orders", mayName, async (c) => {
  const turn = readTurn((name) => c.req.query(name), parseMomentPlace);
  const { agencyId } = staffOf(c);
  const orders = await seeOrders(c.var.ports, staffOf(c), { agencyId, turn });
  const common = { page: pageContext(c), staff: sessionOf(c), orders };
  return sendPage(c, <OrdersPage {...common} isFirst={turn === null} />);
});

seatOrderPages.get("/seats/orders/:orderId", mayName, (c) => orderPage(c, []));

seatOrderPages.get("/seats/orders/:orderId/order.pdf", mayName, async (c) => {
  const seen = await seeOrder(c.var.ports, staffOf(c), { orderId: c.req.param("orderId") });
  if (!seen.ok) return notFoundPage(c);
  const { agency, number, dated, text, people } = seen.value;
  // An order names a holder without an end; a last day that was set later is not of it.
  const named = people
    .filter(({ endReason }) => endReason !== "not_taken_up")
    .map((person) => (person.part === "holder" ? { ...person, endsOn: null } : person));
  return sendOrderPaper(c, { agency: agency.nameTh, number, dated, text, people: named, isDraft: false });
});

seatOrderPages.post("/seats/orders/:orderId/files", mayName, async (c) => {
  const orderId = c.req.param("orderId");
  const file = (await readForm(c)).file("file");
  const { words } = pageContext(c);
  if (file === null) {
    const sentence = words.credentials.orders.refusal.file_missing;
    return orderPage(c, [{ field: "file", sentence }]);
  }
  const sent = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const attached = await attachOrderFile(c.var.ports, staffOf(c), { orderId, sent });
  if (attached.ok) return c.redirect(`${orderAddress(orderId)}?done=attached`, 303);
  if (attached.refusal.kind === "order_not_found") return notFoundPage(c);
  return orderPage(c, [{ field: "file", sentence: sayAttach(words, attached.refusal) }]);
});

seatOrderPages.get("/seats/orders/:orderId/files/:orderFileId", mayName, async (c) => {
  const { orderId, orderFileId } = c.req.param();
  const opened = await openOrderFile(c.var.ports, staffOf(c), { orderId, fileId: orderFileId });
  return opened.ok ? sendOrderFile(c, opened.value) : notFoundPage(c);
});

seatOrderPages.post("/seats/orders/:orderId/files/:orderFileId", mayName, async (c) => {
  const { orderId, orderFileId: fileId } = c.req.param();
  const form = await readForm(c);
  const { words } = pageContext(c);
  const isReplaced = readFileChange(form.text("do"))?.kind === "replace";
  const field = insteadField(fileId);
  const chosen = isReplaced ? form.file(field) : null;
  if (isReplaced && chosen === null)
    return orderPage(c, [{ field, sentence: words.credentials.orders.refusal.file_missing }]);
  const instead = chosen && { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  const changed = await changeHeadsFile(c.var.ports, staffOf(c), { orderId, fileId, instead });
  if (changed.ok)
    return c.redirect(`${orderAddress(orderId)}?done=${isReplaced ? "replaced" : "removed"}`, 303);
  if (changed.refusal.kind === "order_file_gone") return notFoundPage(c);
  const refusal = { ...words.forms.attachment, ...words.credentials.orders.refusal.change };
  return orderPage(c, [{ field, sentence: sayRefusal(refusal, changed.refusal) }]);
});

/** Number and day of an order that a holder brought. */
seatOrderPages.post("/seats/orders/:orderId/mark", mayName, async (c) => {
  const orderId = c.req.param("orderId");
  const form = await readForm(c);
  const typed = { number: form.text("number"), dated: typedDayOf(form, "dated") };
  const marked = await markOrder(c.var.ports, staffOf(c), { orderId, typed });
  if (marked.ok) return c.redirect(`${orderAddress(orderId)}?done=marked`, 303);
  const { words } = pageContext(c);
  switch (marked.refusal.kind) {
    case "order_not_found":
      return notFoundPage(c);
    case "order_judged":
      return orderPage(c, [{ sentence: words.credentials.orders.brought.judged }]);
    case "order_mark_faults": {
      const say = words.credentials.naming.fault;
      const { faults } = marked.refusal;
      const said = faults.map(({ field, refusal }) => ({ field, sentence: sayRefusal(say, refusal) }));
      return orderPage(c, said, typed);
    }
  }
});

function sayAttach(words: Words, refusal: Exclude<AttachOrderRefusal, { kind: "order_not_found" }>): string {
  if (refusal.kind === "too_many_files") return words.credentials.orders.refusal.too_many_files(refusal.most);
  return sayRefusal(words.forms.attachment, refusal);
}

async function orderPage(
  c: AppContext,
  faults: readonly SummaryItem[],
  mark: TypedOrderMark | null = null,
): Promise<Response> {
  const orderId = c.req.param("orderId") ?? "";
  const seen = await seeOrder(c.var.ports, staffOf(c), { orderId });
  if (!seen.ok) return notFoundPage(c);
  const by = (["link", "letter"] as const).find((each) => each === c.req.query("named"));
  const told = orderTold.find((each) => each === c.req.query("done")) ?? by ?? null;
  const common = { page: pageContext(c), staff: sessionOf(c), order: seen.value, faults, mark };
  return sendPage(c, <OrderPage {...common} told={told} />, { status: faults.length > 0 ? 422 : 200 });
}
