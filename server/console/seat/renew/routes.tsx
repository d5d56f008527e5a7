import { Hono } from "hono";
import { beginRenewal, type BeginRenewalRefusal } from "../../../credentials/actions/begin-renewal.ts";
import { seeRenewal } from "../../../credentials/actions/see-renewal.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { safeSeatNext, seatNextQuery } from "../next.ts";
import { phoneUrl } from "../phone-url.ts";
import { RenewPage } from "./page.tsx";

const gate = { kind: "gate" } as const;

/** Renewal (flows T4): offered to who is in with thirty days left or fewer, and before anything else after the end. */
export const renewPages = new Hono<AppEnv>();

renewPages.use("/renew/*", requireHalfSeat);

renewPages.get("/renew", async (c) => {
  const { standing, state } = await seeRenewal(c.var.ports, gate, { session: enteredSeatOf(c) });
  if (standing === null) return c.redirect("/seat/activate", 303);
  const isNeedless = standing.kind === "good" && state !== "done";
  if (isNeedless || (isHalf(c) && standing.kind === "ending")) return c.redirect(wayOn(c), 303);
  return shown(c);
});

renewPages.post("/renew", async (c) => {
  const begun = await beginRenewal(c.var.ports, gate, { session: enteredSeatOf(c) });
  const query = seatNextQuery(c.req.query("next"));
  return begun.ok ? c.redirect(`/seat/renew${query}`, 303) : shown(c, begun.refusal);
});

renewPages.get("/renew/state", async (c) => {
  const { state } = await seeRenewal(c.var.ports, gate, { session: enteredSeatOf(c) });
  return c.json({ state });
});

/** Before the phone signed nothing is offered but what must be: the sign-in comes first. */
function isHalf(c: AppContext): boolean {
  return c.var.seat === null;
}

function wayOn(c: AppContext): string {
  const next = c.req.query("next");
  return isHalf(c) ? `/seat/challenge${seatNextQuery(next)}` : safeSeatNext(next);
}

async function shown(c: AppContext, refusal?: BeginRenewalRefusal): Promise<Response> {
  const session = enteredSeatOf(c);
  const seen = await seeRenewal(c.var.ports, gate, { session });
  const next = c.req.query("next");
  const props = {
    ...{ page: pageContext(c), session, seen, isWhole: !isHalf(c) },
    ...{ next: safeSeatNext(next), query: seatNextQuery(next), phoneUrl: phoneUrl(c, "/token") },
    ...(refusal ? { refusal } : {}),
  };
  return sendPage(c, <RenewPage {...props} />, refusal ? { status: 409 } : {});
}
