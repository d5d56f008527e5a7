import { createHash } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import type { AppContext } from "./env.ts";

const cookieShape = /^[A-Za-z0-9_-]{43}$/;

/** The SHA-256 under which a token is kept. */
export function hashOf(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

/** The value of a session's cookie; null: none, or nothing we gave. */
export function cookieValue(c: AppContext, name: string): string | null {
  const value = getCookie(c, name);
  return value !== undefined && cookieShape.test(value) ? value : null;
}

/** A cookie as it came; empty: none. */
export function cookieText(c: AppContext, name: string): string {
  return getCookie(c, name) ?? "";
}

/** A new value of a session's cookie: 256 random bits. */
export function newValue(c: AppContext): string {
  return Buffer.from(c.var.ports.random.bytes(32)).toString("base64url");
}

/** Gives a session's cookie; no seconds take it away. */
export function giveCookie(c: AppContext, name: string, value: string, maxAge: number): void {
  setCookie(c, name, value, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge });
}
