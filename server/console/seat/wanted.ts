import { getCookie, setCookie } from "hono/cookie";
import type { AppContext } from "../../http/env.ts";

const name = "__Host-seat-wanted";
/** As long as somebody may need to find their phone, and to change a password on the way. */
const minutes = 30;
const longest = 3_000;

/** A page of ours that a sign-in may lead to: of a seat, or of the door for other systems; null for anything else. */
export function ownWanted(text: string): string | null {
  if (text.length > longest || !/^\/(seat|openid)(\/|\?|$)/.test(text)) return null;
  if (!URL.canParse(text, "http://seat")) return null;
  const { host, pathname, search } = new URL(text, "http://seat");
  return host === "seat" && /^\/(seat|openid)(\/|$)/.test(pathname) ? pathname + search : null;
}

/** Keeps where somebody was going before they were asked to sign in; what is not ours is not kept. */
export function keepSeatWanted(c: AppContext, text: string | undefined): void {
  const wanted = ownWanted(text ?? "");
  if (wanted !== null) put(c, wanted, minutes * 60);
}

/** Where they are going, which stays kept; null: nowhere of ours. */
export function seatWanted(c: AppContext): string | null {
  return ownWanted(getCookie(c, name) ?? "");
}

/** Where they were going, once; null: nowhere of ours. */
export function takeSeatWanted(c: AppContext): string | null {
  const kept = getCookie(c, name);
  if (kept === undefined) return null;
  put(c, "", 0);
  return ownWanted(kept);
}

function put(c: AppContext, value: string, maxAge: number): void {
  setCookie(c, name, value, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge });
}
