import type { AppContext } from "../../http/env.ts";

/** The demo's phones are hosts of their own: phone1.localhost, phone2.localhost, … */
const demoPhone = /^phone\d{1,3}(?=\.)/;

/** The simulated phone a page is opened on; null: none, or no demo. */
export function demoPhoneOf(c: AppContext): string | null {
  if (!c.var.site.demo) return null;
  return demoPhone.exec(c.req.header("host") ?? "")?.[0] ?? null;
}

/** True when a page of a seat is opened on a phone: there is no computer beside it, and nothing to scan (N14). */
export function isOnPhone(c: AppContext): boolean {
  return demoPhoneOf(c) !== null || /\bMobi/.test(c.req.header("user-agent") ?? "");
}
