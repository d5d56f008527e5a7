import { createMiddleware } from "hono/factory";
import { seeOwnRequest } from "../../../credentials/actions/see-requests.ts";
import type { SeenRequest } from "../../../credentials/actions/see-requests.ts";
import { readerOf, type RequestReader } from "../../../credentials/request-reader.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { notFoundPage } from "../../../http/fault.tsx";
import type { Holder } from "../../../kernel/actor.ts";
import { enteredSeatOf, wayBackIn } from "../gates.ts";
import { keepSeatWanted } from "../wanted.ts";
import { ownRequestsPath } from "./requests-page.tsx";

/**
 * Lets in whoever gave user code and password, with or without the phone. Others sign in and come back: to the form they
 * were at, too, when the session ended while they typed.
 */
export const requireRequester = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.seat ?? c.var.halfSeat) return next();
  const { pathname, search } = new URL(c.req.url);
  const isForm = pathname === `${ownRequestsPath}/new`;
  keepSeatWanted(c, c.req.method === "GET" || isForm ? pathname + search : ownRequestsPath);
  return c.redirect(await wayBackIn(c), 303);
});

/** Who reads requests in this session. */
export function readerHere(c: AppContext): RequestReader {
  return readerOf(enteredSeatOf(c));
}

/** Somebody in a seat, as they act on their own requests. */
export function holderHere(c: AppContext): Holder {
  const { agencyId, seatId, holdingId, personId } = enteredSeatOf(c);
  return { kind: "holder", agencyId, seatId, holdingId, personId };
}

/** The request of the address, if this session may read it. */
export function seenOf(c: AppContext): Promise<SeenRequest | null> {
  return seeOwnRequest(c.var.ports, readerHere(c), c.req.param("requestId") ?? "");
}

/** What is not there for a password alone may be there once the phone has signed. */
export function notHere(c: AppContext): Response | Promise<Response> {
  if (c.var.seat !== null || c.req.method !== "GET") return notFoundPage(c);
  const next = encodeURIComponent(new URL(c.req.url).pathname);
  return c.redirect(`/seat/challenge?next=${next}`, 303);
}
