import { Hono } from "hono";
import { makeLetter } from "../../credentials/actions/make-letter.ts";
import { openLetter, seeLetter } from "../../credentials/actions/open-letter.ts";
import { openOrderFile, seeOrder } from "../../credentials/actions/see-order.ts";
import { seeSeat } from "../../credentials/actions/see-seats.ts";
import type { AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { sendOrderFile } from "../seats/send-order-file.ts";
import { letterAddress, officeSeatAddress } from "./addresses.ts";
import { LetterPage, OpenLetterPage } from "./letter-pages.tsx";
import { OfficeOrderPage } from "./order-page.tsx";
import { OfficeSeatPage } from "./seat-page.tsx";

/** The central office's seats: who is in one, sealed letters, orders of agencies (T1). */
export const tokenSeatPages = new Hono<AppEnv>();

const mayRegister = requireRight("register_tokens");

tokenSeatPages.get("/tokens/seats/:seatId", mayRegister, async (c) => {
  const seen = await seeSeat(c.var.ports, staffOf(c), { seatId: c.req.param("seatId") });
  if (!seen.ok) return notFoundPage(c);
  const common = { page: pageContext(c), staff: sessionOf(c), story: seen.value };
  return sendPage(c, <OfficeSeatPage {...common} isGone={c.req.query("told") === "gone"} />);
});

tokenSeatPages.post("/tokens/seats/:seatId/letter", mayRegister, async (c) => {
  const seatId = c.req.param("seatId");
  const seen = await seeSeat(c.var.ports, staffOf(c), { seatId });
  if (!seen.ok) return notFoundPage(c);
  const holdingId = (await readForm(c)).text("holdingId");
  const made = await makeLetter(c.var.ports, staffOf(c), { holdingId });
  if (made.ok) return c.redirect(letterAddress(made.value.letterId), 303);
  if (made.refusal.kind === "holding_not_found") return notFoundPage(c);
  return c.redirect(`${officeSeatAddress(seatId)}?told=gone`, 303);
});

tokenSeatPages.get("/tokens/letters/:letterId", mayRegister, async (c) => {
  const seen = await seeLetter(c.var.ports, staffOf(c), { letterId: c.req.param("letterId") });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <LetterPage page={pageContext(c)} staff={sessionOf(c)} letter={seen.value} />);
});

/** The one answer that says the password; asked again it leads to who opened the letter when. */
tokenSeatPages.post("/tokens/letters/:letterId/open", mayRegister, async (c) => {
  const letterId = c.req.param("letterId");
  const opened = await openLetter(c.var.ports, staffOf(c), { letterId });
  if (!opened.ok) {
    if (opened.refusal.kind === "letter_not_found") return notFoundPage(c);
    return c.redirect(letterAddress(letterId), 303);
  }
  const signInUrl = new URL("/seat/sign-in", c.var.site.publicUrl).href;
  const common = { page: pageContext(c), staff: sessionOf(c), letter: opened.value };
  return sendPage(c, <OpenLetterPage {...common} signInUrl={signInUrl} />);
});

tokenSeatPages.get("/tokens/orders/:orderId", mayRegister, async (c) => {
  const seen = await seeOrder(c.var.ports, staffOf(c), { orderId: c.req.param("orderId") });
  if (!seen.ok) return notFoundPage(c);
  return sendPage(c, <OfficeOrderPage page={pageContext(c)} staff={sessionOf(c)} order={seen.value} />);
});

tokenSeatPages.get("/tokens/orders/:orderId/files/:orderFileId", mayRegister, async (c) => {
  const { orderId, orderFileId } = c.req.param();
  const opened = await openOrderFile(c.var.ports, staffOf(c), { orderId, fileId: orderFileId });
  return opened.ok ? sendOrderFile(c, opened.value) : notFoundPage(c);
});
