import { createMiddleware } from "hono/factory";
import type { StaffFactor } from "../agencies/staff-factor.ts";
import { halfStaffSessionSeconds, sessionLifeSeconds, staffSessionLifeSeconds } from "../identity/session.ts";
import type { LineUser, StaffLevel } from "../kernel/actor.ts";
import type { Language } from "../kernel/language.ts";
import { cookieValue, giveCookie, hashOf, newValue } from "./cookie.ts";
import { deviceOf } from "./device.ts";
import type { AppContext, AppEnv, SessionVia } from "./env.ts";
import { endSession, insertSession, openSession, unlockSession } from "./session-store.ts";
import {
  completeStaffSession,
  endStaffSession,
  enterByLink,
  insertHalfStaffSession,
  isEndedElsewhere,
  openStaffSession,
} from "./staff-session-store.ts";

const citizenCookie = "__Host-citizen";
const staffCookie = "__Host-staff";

/** Opens the citizen's session, if there is one, in one round trip; sets `session`. */
export const withSession = createMiddleware<AppEnv>(async (c, next) => {
  const value = cookieValue(c, citizenCookie);
  const { db, clock } = c.var.ports;
  c.set("session", value === null ? null : await openSession(db, hashOf(value), clock.now()));
  await next();
});

/** Opens the console session, if there is one, in one round trip; sets `staff` or, after the password, `halfStaff`, or `barredStaff`. */
export const withStaffSession = createMiddleware<AppEnv>(async (c, next) => {
  const value = cookieValue(c, staffCookie);
  const { ports } = c.var;
  const found = value === null ? null : await openStaffSession(ports, hashOf(value), ports.clock.now());
  c.set("staff", found && "whole" in found ? found.whole : null);
  c.set("halfStaff", found && "half" in found ? found.half : null);
  c.set("barredStaff", found && "barred" in found ? found.barred : null);
  await next();
});

/** Signs a LINE user in: a new session and its cookie. An earlier session of this browser ends. */
export async function startSession(
  c: AppContext,
  identity: LineUser,
  via: SessionVia,
  language: Language,
  unlocked = false,
): Promise<void> {
  const { db, clock, random } = c.var.ports;
  const value = newValue(c);
  const before = c.var.session;
  const now = clock.now();
  await db.as({ kind: "gate" }, async (tx) => {
    const { channel, lineUserId } = identity;
    const device = deviceOf(c.req.header("user-agent") ?? "");
    const id = random.uuid();
    await insertSession(tx, {
      channel,
      lineUserId,
      id,
      tokenHash: hashOf(value),
      via,
      device,
      language,
      now,
      unlocked,
    });
    if (before) await endSession(tx, before, before.id, now);
  });
  giveCookie(c, citizenCookie, value, sessionLifeSeconds);
}

/** Raises the session to unlocked under a new cookie value. */
export async function unlock(c: AppContext): Promise<void> {
  const { session, ports } = c.var;
  if (!session) throw new Error("unlock without a session");
  const value = newValue(c);
  const now = ports.clock.now();
  await ports.db.as({ kind: "gate" }, (tx) => unlockSession(tx, session.id, hashOf(value), now));
  giveCookie(c, citizenCookie, value, sessionLifeSeconds);
}

/** Ends this browser's session. */
export async function endThisSession(c: AppContext): Promise<void> {
  const { session, ports } = c.var;
  if (session) {
    await ports.db.as({ kind: "gate" }, (tx) => endSession(tx, session, session.id, ports.clock.now()));
  }
  giveCookie(c, citizenCookie, "", 0);
}

/** Enters the console by a one-time link. False: not a live link. */
export async function enterConsole(c: AppContext, linkToken: string): Promise<boolean> {
  const { db, clock, random } = c.var.ports;
  const value = newValue(c);
  const made = {
    id: random.uuid(),
    tokenHash: hashOf(value),
    staffId: random.uuid(),
    device: deviceOf(c.req.header("user-agent") ?? ""),
    now: clock.now(),
  };
  const entered = await db.as({ kind: "gate" }, (tx) => enterByLink(tx, hashOf(linkToken), made));
  if (entered) giveCookie(c, staffCookie, value, staffSessionLifeSeconds);
  return entered;
}

/**
 * The password of an account was right: a half session and its cookie, which opens nothing but the second step. An
 * earlier session of this browser ends.
 */
export async function startHalfStaffSession(
  c: AppContext,
  account: { readonly staffId: string; readonly agencyId: string; readonly level: StaffLevel },
): Promise<void> {
  const { db, clock, random } = c.var.ports;
  const value = newValue(c);
  const before = c.var.staff ?? c.var.halfStaff ?? c.var.barredStaff;
  const now = clock.now();
  const device = deviceOf(c.req.header("user-agent") ?? "");
  await db.as({ kind: "gate" }, async (tx) => {
    const id = random.uuid();
    await insertHalfStaffSession(tx, { ...account, id, tokenHash: hashOf(value), device, now });
    if (before) await endStaffSession(tx, before.id, now);
  });
  giveCookie(c, staffCookie, value, halfStaffSessionSeconds);
}

/** The second step of the half session is done: it is whole, under a new cookie value. */
export async function completeThisStaffSession(c: AppContext, factor: StaffFactor): Promise<void> {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) throw new Error("a second step without a first");
  const value = newValue(c);
  const now = ports.clock.now();
  const made = { id: halfStaff.id, tokenHash: hashOf(value), factor, now };
  await ports.db.as({ kind: "gate" }, (tx) => completeStaffSession(tx, made));
  giveCookie(c, staffCookie, value, staffSessionLifeSeconds);
}

/** Ends this browser's console session, whole or half. */
export async function endThisStaffSession(c: AppContext): Promise<void> {
  const { ports } = c.var;
  const current = c.var.staff ?? c.var.halfStaff ?? c.var.barredStaff;
  if (current) {
    await ports.db.as({ kind: "gate" }, (tx) => endStaffSession(tx, current.id, ports.clock.now()));
  }
  giveCookie(c, staffCookie, "", 0);
}

/** True when this browser's console session was ended by a sign-in at another machine (F1.4). */
export async function wasPutOut(c: AppContext): Promise<boolean> {
  const value = cookieValue(c, staffCookie);
  if (value === null || c.var.staff || c.var.halfStaff) return false;
  return c.var.ports.db.as({ kind: "gate" }, (tx) => isEndedElsewhere(tx, hashOf(value)));
}

/** True while the console session behind an answer that goes on (a stream) may still be in. */
export async function isStaffStillIn(c: AppContext): Promise<boolean> {
  const value = cookieValue(c, staffCookie);
  const { ports } = c.var;
  const found = value === null ? null : await openStaffSession(ports, hashOf(value), ports.clock.now());
  return found !== null && "whole" in found;
}
