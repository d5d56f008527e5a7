import { getCookie, setCookie } from "hono/cookie";
import { parseLanguage, type Language } from "../kernel/language.ts";
import type { AppContext } from "./env.ts";

const name = "__Host-console-language";
const year = 365 * 24 * 60 * 60;

/** Pages that officials open at a computer: the console, their seat, and the way to systems of others. */
export const consolePages = /^\/(console|seat|openid)(\/|$)/;

/** The language this browser's console speaks; null: nobody chose one here. It says nothing about who uses it. */
export function consoleLanguage(c: AppContext): Language | null {
  return consolePages.test(c.req.path) ? parseLanguage(getCookie(c, name) ?? "") : null;
}

/** Keeps the language for this browser, signed in or not. */
export function keepConsoleLanguage(c: AppContext, language: Language): void {
  setCookie(c, name, language, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge: year });
}
