import { createMiddleware } from "hono/factory";
import { whyNewPassword } from "../../credentials/actions/password-months.ts";
import { holderOf, type SeatSession, type WholeSeatSession } from "../../credentials/seat-session.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { whySeatOver } from "../../http/seat-session.ts";
import type { Holder } from "../../kernel/actor.ts";
import { keepSeatWanted } from "./wanted.ts";

/** Where a holder comes in. */
export const seatSignInPath = "/seat/sign-in";

/** Where whoever stands between password and phone goes on: to the phone, or with the registration. */
export const seatNextPath = "/seat";

/** Where one's own password is changed. */
export const seatPasswordPath = "/seat/password";

/**
 * Lets in only a holder who signed in with their phone and whose password need not be changed first; others are shown
 * the way in and come back afterwards.
 */
export const requireSeat = createMiddleware<AppEnv>(async (c, next) => {
  const { seat } = c.var;
  if (seat && !(await whyPasswordFirst(c, seat))) return next();
  return showWayIn(c, seat ? seatPasswordPath : await wayBackIn(c));
});

/** The same for the page of the new password itself. */
export const requireSeatForPassword = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.seat) return next();
  return showWayIn(c, await wayBackIn(c));
});

/** Why a new password comes before anything else; null: it need not. */
export function whyPasswordFirst(c: AppContext, seat: WholeSeatSession): Promise<"first" | "old" | null> {
  return whyNewPassword(c.var.ports, { kind: "gate" }, seat);
}

/** On after the password, else to the way in, which says why a session was ended from elsewhere. */
export async function wayBackIn(c: AppContext): Promise<string> {
  if (c.var.halfSeat) return seatNextPath;
  const why = await whySeatOver(c);
  return why === null ? seatSignInPath : `${seatSignInPath}?told=${why}`;
}

/** Keeps where they were going, and leads to what comes first. */
function showWayIn(c: AppContext, first: string): Response {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === "GET") keepSeatWanted(c, pathname + search);
  return c.redirect(first, 303);
}

/** Lets in whoever gave user code and password, with or without the phone. */
export const requireHalfSeat = createMiddleware<AppEnv>(async (c, next) => {
  if (!c.var.seat && !c.var.halfSeat) {
    const way = await wayBackIn(c);
    const isSaid = way !== seatSignInPath || c.req.method !== "POST";
    return c.redirect(isSaid ? way : `${way}?told=over`, 303);
  }
  await next();
});

/** The session behind a page that is mounted after `requireSeat`. */
export function seatOf(c: AppContext): WholeSeatSession {
  const { seat } = c.var;
  if (!seat) throw new Error("a holder's page was reached without a whole session");
  return seat;
}

/** The session behind a page that is mounted after `requireHalfSeat`. */
export function enteredSeatOf(c: AppContext): SeatSession {
  const entered = c.var.seat ?? c.var.halfSeat;
  if (!entered) throw new Error("a seat's page was reached without a session");
  return entered;
}

/** The holder behind a page that is mounted after `requireSeat`. */
export function holderActorOf(c: AppContext): Holder {
  return holderOf(seatOf(c));
}
