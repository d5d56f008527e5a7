import type { AppContext } from "../../server/http/env.ts";
import { webChannel } from "../../server/identity/account-door.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import { nextQuery } from "../next.ts";

/** Somebody on their way in without LINE, behind the session that accepting the terms began; null: nobody such. */
export function visitorOf(c: AppContext): Visitor | null {
  const { session } = c.var;
  if (session?.personId !== null || session.channel !== webChannel) return null;
  const { channel, lineUserId } = session;
  return { kind: "visitor", channel, lineUserId };
}

/** The query that carries the way on: "?next=…", or nothing. */
export function here(c: AppContext): string {
  return nextQuery(c.req.query("next"));
}

/** The same with one thing more to tell the next page. */
export function hereWith(c: AppContext, name: string, value: string): string {
  const query = here(c);
  return `${query === "" ? "?" : `${query}&`}${name}=${encodeURIComponent(value)}`;
}
