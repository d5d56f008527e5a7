import { createMiddleware } from "hono/factory";
import type { AppContext, AppEnv, CitizenSession } from "../server/http/env.ts";
import { webChannel } from "../server/identity/account-door.ts";
import { hasJoined } from "../server/identity/actions/has-joined.ts";
import type { Citizen } from "../server/kernel/actor.ts";
import { nextQuery } from "./next.ts";

/** The session behind a page that is mounted after the entry page: without one, it was not reached. */
export function sessionOf(c: AppContext): CitizenSession {
  const { session } = c.var;
  if (!session) throw new Error("a page behind the entry page was reached without a session");
  return session;
}

/** The citizen behind a page that is mounted after `requireAccount`. */
export function citizenOf(c: AppContext): Citizen {
  const { channel, lineUserId, personId, unlocked } = sessionOf(c);
  if (personId === null) throw new Error("a citizen's page was reached without an account");
  return { kind: "citizen", channel, lineUserId, personId, unlocked };
}

/** Leads somebody without an account into registration, and back here afterwards. */
export const requireAccount = createMiddleware<AppEnv>(async (c, next) => {
  const session = sessionOf(c);
  if (session.personId === null)
    return c.redirect(`${doorTo("account", session)}${nextQuery(hereOf(c))}`, 303);
  await next();
});

/** Leads a citizen whose session is not unlocked to the PIN or the password, and back here afterwards. */
export const requireUnlocked = createMiddleware<AppEnv>(async (c, next) => {
  const session = sessionOf(c);
  if (session.personId === null)
    return c.redirect(`${doorTo("account", session)}${nextQuery(hereOf(c))}`, 303);
  if (!session.unlocked) return c.redirect(`${doorTo("unlocked", session)}${nextQuery(hereOf(c))}`, 303);
  await next();
});

/**
 * For pages of what others wrote about somebody (codes, visits, who looked): an account that came by the web sees them
 * once its owner was checked (docs/decisions/0023).
 */
export const requireChecked = createMiddleware<AppEnv>(async (c, next) => {
  const { checked, personId } = sessionOf(c);
  if (!checked && personId !== null) return c.redirect("/liff/welcome?told=not_checked", 303);
  await next();
});

/**
 * What every page of e-Service asks for (E1): an account, unlocked, that accepted the terms in force and has a contact.
 * Leads to what is missing, and back here afterwards.
 */
export const requireEService = createMiddleware<AppEnv>(async (c, next) => {
  const session = sessionOf(c);
  const way = nextQuery(hereOf(c));
  if (session.personId === null) return c.redirect(`/liff/join${way}`, 303);
  if (!session.unlocked) return c.redirect(`${doorTo("unlocked", session)}${way}`, 303);
  if (!(await hasJoined(c.var.ports, citizenOf(c)))) return c.redirect(`/liff/join${way}`, 303);
  await next();
});

/** Where somebody gets what is missing: in LINE the nine screens and the PIN, in a browser without it join and password. */
function doorTo(missing: "account" | "unlocked", { channel }: CitizenSession): string {
  if (channel === webChannel) return missing === "account" ? "/liff/join" : "/liff/password";
  return missing === "account" ? "/liff/register" : "/liff/unlock";
}

/** Where to come back to: this page when it was asked for, else the first page. */
function hereOf(c: AppContext): string | undefined {
  if (c.req.method !== "GET") return undefined;
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
