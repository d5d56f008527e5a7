import { createHash } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import { decodeBase64url, encodeBase64url } from "../../server/kernel/base64url.ts";
import { sameBytes } from "../../server/kernel/same-bytes.ts";
import type { AppContext } from "../../server/http/env.ts";

/** One attempt at LINE Login, kept in a cookie of this browser until LINE sends it back. */
export interface LoginState {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
}

const cookie = "__Host-login";
const lifeSeconds = 600;

/** Starts an attempt: fresh state, nonce and PKCE verifier, 256 random bits each. */
export function beginLogin(c: AppContext, next: string): LoginState & { readonly challenge: string } {
  const fresh = () => encodeBase64url(c.var.ports.random.bytes(32));
  const login = { state: fresh(), nonce: fresh(), verifier: fresh(), next };
  const value = encodeBase64url(new TextEncoder().encode(JSON.stringify(login)));
  put(c, value, lifeSeconds);
  const challenge = encodeBase64url(createHash("sha256").update(login.verifier).digest());
  return { ...login, challenge };
}

/** Ends the attempt this browser began, if LINE came back to it with its state. Null: it is not that attempt. */
export function endLogin(c: AppContext, state: string | undefined): LoginState | null {
  const value = getCookie(c, cookie);
  put(c, "", 0);
  const bytes = value === undefined || state === undefined ? null : decodeBase64url(value);
  if (bytes === null || state === undefined) return null;
  const login = readLogin(bytes);
  const text = (of: string) => new TextEncoder().encode(of);
  return login !== null && sameBytes(text(login.state), text(state)) ? login : null;
}

function readLogin(bytes: Uint8Array): LoginState | null {
  try {
    const login = JSON.parse(new TextDecoder().decode(bytes)) as Partial<LoginState>;
    const { state, nonce, verifier, next } = login;
    const whole = [state, nonce, verifier, next].every((part) => typeof part === "string" && part !== "");
    return whole ? (login as LoginState) : null;
  } catch {
    return null;
  }
}

function put(c: AppContext, value: string, maxAge: number): void {
  setCookie(c, cookie, value, { path: "/", secure: true, httpOnly: true, sameSite: "Lax", maxAge });
}
