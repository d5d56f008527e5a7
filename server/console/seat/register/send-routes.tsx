import { Hono } from "hono";
import { sendRegistration } from "../../../credentials/actions/send-registration.ts";
import { readRegistered } from "../../../credentials/registration-facts.ts";
import type { SendRegistrationRefusal } from "../../../credentials/registration-refusal.ts";
import type { AppEnv } from "../../../http/env.ts";
import { sendPage } from "../../../http/send-page.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { ownPageAt } from "./own.ts";
import { ReviewPage } from "./review-page.tsx";
import { RefusedPage, WaitingPage } from "./waiting-page.tsx";

/** The last look, the way to the central office, and what it answered. */
export const registerSendPages = new Hono<AppEnv>();

const open = ["proven", "refused"] as const;

/** Where what stands against the sending is mended. */
const mend = {
  step_closed: "/seat",
  order_incomplete: "/seat/register/identity?missing=order",
  registration_faults: "/seat/register/data",
  email_bound: "/seat/register/data?wrong=email_bound",
} as const satisfies Record<SendRegistrationRefusal["kind"], string>;

registerSendPages.get("/register/review", requireHalfSeat, async (c) => {
  const shown = await ownPageAt(c, open);
  if (shown instanceof Response) return shown;
  const { facts, isEmailProven } = shown.own;
  if (!readRegistered(facts.typed, isEmailProven).ok) return c.redirect("/seat/register/data", 303);
  return sendPage(c, <ReviewPage {...shown} />);
});

registerSendPages.post("/register/review", requireHalfSeat, async (c) => {
  const sent = await sendRegistration(c.var.ports, { kind: "gate" }, enteredSeatOf(c).holdingId);
  if (sent.ok) return c.redirect("/seat/register/waiting", 303);
  return c.redirect(mend[sent.refusal.kind], 303);
});

registerSendPages.get("/register/waiting", requireHalfSeat, async (c) => {
  const shown = await ownPageAt(c, ["sent"]);
  return shown instanceof Response ? shown : sendPage(c, <WaitingPage {...shown} />);
});

registerSendPages.get("/register/refused", requireHalfSeat, async (c) => {
  const shown = await ownPageAt(c, ["refused"]);
  return shown instanceof Response ? shown : sendPage(c, <RefusedPage {...shown} />);
});
