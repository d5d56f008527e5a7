import { createMiddleware } from "hono/factory";
import {
  halfSeatSessionSeconds,
  seatSessionLifeSeconds,
  type SeatSession,
} from "../credentials/seat-session.ts";
import { cookieValue, giveCookie, hashOf, newValue } from "./cookie.ts";
import { deviceOf } from "./device.ts";
import type { AppContext, AppEnv } from "./env.ts";
import {
  completeSeatSession,
  endSeatSession,
  findWhySeatOver,
  insertHalfSeatSession,
  openSeatSession,
  type SeatOver,
} from "./seat-session-store.ts";

const seatCookie = "__Host-seat";

/** Opens the seat session, if there is one, in one round trip; sets `seat` or, before the phone signed, `halfSeat`. */
export const withSeatSession = createMiddleware<AppEnv>(async (c, next) => {
  const value = cookieValue(c, seatCookie);
  const { ports } = c.var;
  const found = value === null ? null : await openSeatSession(ports, hashOf(value), ports.clock.now());
  c.set("seat", found && "whole" in found ? found.whole : null);
  c.set("halfSeat", found && "half" in found ? found.half : null);
  await next();
});

/** The password was right: a half session and its cookie. An earlier session of this browser ends. */
export async function startHalfSeatSession(
  c: AppContext,
  entered: Pick<SeatSession, "agencyId" | "seatId" | "holdingId">,
): Promise<{ readonly sessionId: string }> {
  const { db, clock, random } = c.var.ports;
  const { agencyId, seatId, holdingId } = entered;
  const value = newValue(c);
  const before = c.var.seat ?? c.var.halfSeat;
  const [id, now] = [random.uuid(), clock.now()];
  const device = deviceOf(c.req.header("user-agent") ?? "");
  await db.as({ kind: "gate" }, async (tx) => {
    const made = { id, agencyId, seatId, holdingId, tokenHash: hashOf(value), device, now };
    await insertHalfSeatSession(tx, made);
    if (before) await endSeatSession(tx, before.id, now);
  });
  giveCookie(c, seatCookie, value, halfSeatSessionSeconds);
  return { sessionId: id };
}

/** The phone signed for this half session: it is whole, under a new cookie value. */
export async function completeThisSeatSession(c: AppContext, softTokenId: string): Promise<void> {
  const { halfSeat, ports } = c.var;
  if (!halfSeat) throw new Error("a signature without a session");
  const value = newValue(c);
  const made = { id: halfSeat.id, tokenHash: hashOf(value), softTokenId, now: ports.clock.now() };
  await ports.db.as({ kind: "gate" }, (tx) => completeSeatSession(tx, made));
  giveCookie(c, seatCookie, value, seatSessionLifeSeconds);
}

/** Ends this browser's seat session, whole or half. */
export async function endThisSeatSession(c: AppContext): Promise<void> {
  const { ports } = c.var;
  const current = c.var.seat ?? c.var.halfSeat;
  if (current) {
    await ports.db.as({ kind: "gate" }, (tx) => endSeatSession(tx, current.id, ports.clock.now()));
  }
  giveCookie(c, seatCookie, "", 0);
}

/** Why this browser's seat session was ended from elsewhere; null: it has none, or it ended otherwise. */
export async function whySeatOver(c: AppContext): Promise<SeatOver | null> {
  const value = cookieValue(c, seatCookie);
  if (value === null) return null;
  return c.var.ports.db.as({ kind: "gate" }, (tx) => findWhySeatOver(tx, hashOf(value)));
}
