import { getCookie, setCookie } from "hono/cookie";
import type { AppContext } from "../http/env.ts";

const name = "__Host-wanted";
const minutes = 10;
/** Pages that links from outside lead to: a petition, and the step of a card in LINE. No other address is kept. */
const ours = /^\/console\/petitions\/[0-9a-f-]{36}(\/confirm\?step=(received|started))?$/;

/** The petition an address lies under. */
const petition = /^\/console\/petitions\/[0-9a-f-]{36}(?=\/|$)/;

/**
 * Keeps where a link led somebody who is not in yet, so that coming in goes on there; of what was posted to a petition,
 * the petition. Other pages are not kept.
 */
export function keepWanted(c: AppContext): void {
  const { pathname, searchParams } = new URL(c.req.url);
  if (c.req.method !== "GET") {
    const [page] = petition.exec(pathname) ?? [];
    if (page !== undefined) put(c, page, minutes * 60);
    return;
  }
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
