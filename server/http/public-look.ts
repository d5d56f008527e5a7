import { getCookie, setCookie } from "hono/cookie";
import { parseLanguage, type Language } from "../kernel/language.ts";
import type { AppContext } from "./env.ts";

/** Language and text size of somebody who is not signed in. */
export interface PublicLook {
  readonly language: Language;
  readonly largeText: boolean;
}

const name = "__Host-look";
const year = 365 * 24 * 60 * 60;

/** How this browser wished the citizen's pages before anybody signed in; null: nobody chose. It says nothing about who. */
export function publicLook(c: AppContext): PublicLook | null {
  if (c.req.path.startsWith("/console")) return null;
  const [spoken = "", size] = (getCookie(c, name) ?? "").split(".");
  const language = parseLanguage(spoken);
  return language && { language, largeText: size === "1" };
}

/** Keeps the look for this browser. */
export function keepPublicLook(c: AppContext, { language, largeText }: PublicLook): void {
  const value = `${language}.${largeText ? "1" : "0"}`;
  setCookie(c, name, value, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge: year });
}
