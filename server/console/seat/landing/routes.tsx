import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { sendPage } from "../../../http/send-page.ts";
import { requireHalfSeat, seatPasswordPath, seatSignInPath, whyPasswordFirst } from "../gates.ts";
import { ownPage } from "../register/own.ts";
import { nextAfterPassword } from "../register/place.ts";
import { ApprovedPage } from "../register/waiting-page.tsx";
import { keepSeatWanted, takeSeatWanted } from "../wanted.ts";
import { LandingPage } from "./landing-page.tsx";

/** What comes next for whoever gave their password, and for whoever signed in with their phone. */
export const seatLandingPages = new Hono<AppEnv>();

const homePath = "/seat/home";
const renewPath = "/seat/renew";
/** Whoever has no phone at hand reports it lost, or files a request, with the password alone. */
const byPasswordAlone = /^\/seat\/(lost|requests)(\/|\?|$)/;

seatLandingPages.get("/", requireHalfSeat, async (c) => {
  const { seat, ports } = c.var;
  if (seat === null) return afterPassword(c);
  if (await whyPasswordFirst(c, seat)) return c.redirect(seatPasswordPath, 303);
  if (seat.notAfter <= ports.clock.now()) return c.redirect(goingOn(renewPath, takeSeatWanted(c)), 303);
  const wanted = takeSeatWanted(c);
  return c.redirect(wanted === null || wanted === "/seat" ? homePath : wanted, 303);
});

/** On to the phone with where they were going, or on with the registration. */
async function afterPassword(c: AppContext): Promise<Response> {
  const shown = await ownPage(c);
  if (!shown) return c.redirect(seatSignInPath, 303);
  const next = nextAfterPassword(shown.own);
  if (next === null) return sendPage(c, <ApprovedPage {...shown} />);
  if (next.startsWith("/seat/register")) return sendPage(c, <LandingPage {...shown} />);
  return c.redirect(onWithPassword(c, next), 303);
}

/** On to the phone, or to make its key; but some things are done with the password alone. */
function onWithPassword(c: AppContext, next: string): string {
  const wanted = takeSeatWanted(c);
  if (wanted !== null && byPasswordAlone.test(wanted)) return wanted;
  if (wanted === null) return next;
  if (next === "/seat/challenge") return goingOn(next, wanted);
  keepSeatWanted(c, wanted);
  return next;
}

function goingOn(path: string, wanted: string | null): string {
  return wanted === null ? path : `${path}?next=${encodeURIComponent(wanted)}`;
}
