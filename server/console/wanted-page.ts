import { getCookie, setCookie } from "hono/cookie";
import type { AppContext } from "../http/env.ts";

const name = "__Host-wanted";
const minutes = 10;
/** Pages that links from outside lead to: a petition, and the step of a card in LINE. No other address is kept. */
const ours = /^\/console\/petitions\/[0-9a-f-]{36}(\/confirm\?step=(received|started))?$/;

/** Keeps where a link led somebody who is not in yet, so that coming in goes on there; other pages are not kept. */
export function keepWanted(c: AppContext): void {
  const { pathname, searchParams } = new URL(c.req.url);
  const step = searchParams.get("step");
  const wanted = step === null ? pathname : `${pathname}?step=${step}`;
  if (ours.test(wanted)) put(c, wanted, minutes * 60);
}

/** Where the link led, once; null: there is nothing of ours. */
export function takeWanted(c: AppContext): string | null {
  const wanted = getCookie(c, name);
  if (wanted === undefined) return null;
  put(c, "", 0);
  return ours.test(wanted) ? wanted : null;
}

function put(c: AppContext, value: string, maxAge: number): void {
  setCookie(c, name, value, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge });
}
