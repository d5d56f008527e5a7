import { encodeBase64url } from "../kernel/base64url.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** What a key of a hospital's own system may do. */
export const apiScopes = ["codes:read", "codes:write", "reports:read", "visits:reconcile"] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Days a key may be good for. None is good for ever: a key that nobody misses must end by itself. */
export const keyDays = [30, 90, 180, 365] as const;

/** Hours the old key goes on after it was rotated. */
export const overlapHours = [1, 24, 168] as const;

/** The bytes of a key, drawn at random. */
export const keyBytes = 32;

const begin = "pratu_";
const shape = /^pratu_[A-Za-z0-9_-]{43}$/;
const shownCharacters = begin.length + 6;
const longestName = 80;

/** A key as it is shown once: `pratu_` (so that scanners of source code know it) and 43 letters. */
export function makeKeyText(random: Uint8Array): string {
  if (random.length !== keyBytes) throw new RangeError(`a key takes ${keyBytes} random bytes`);
  return begin + encodeBase64url(random);
}

/** True for a text that could be a key; asked before it is hashed. */
export function looksLikeKey(text: string): boolean {
  return shape.test(text);
}

/** The beginning of a key, by which people tell one from another. */
export function keyPrefix(text: string): string {
  return text.slice(0, shownCharacters);
}

/** When a key ends and whether somebody ended it. */
export interface KeyTimes {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** The key that took over; until its end this one goes on. */
  readonly replacedBy: string | null;
}

export const keyStates = ["live", "replaced", "expired", "revoked"] as const;
export type KeyState = (typeof keyStates)[number];

/** How a key stands at `now`. Only `live` and `replaced` (in its overlap) open anything. */
export function keyState({ expiresAt, revokedAt, replacedBy }: KeyTimes, now: Date): KeyState {
  if (revokedAt !== null) return "revoked";
  if (now >= expiresAt) return "expired";
  return replacedBy === null ? "live" : "replaced";
}

/** Days before its end that a key is shown as one to replace: a system that stops by itself stops on the worst day. */
const soonDays = 14;

/** True for a key that nothing has taken over from and that ends within two weeks. */
export function endsSoon(key: KeyTimes, now: Date): boolean {
  return keyState(key, now) === "live" && key.expiresAt.getTime() - now.getTime() < soonDays * 86_400_000;
}

/** True when a key of that state opens what it is for. */
export function opens(state: KeyState): boolean {
  return state === "live" || state === "replaced";
}

export type KeyFormRefusal =
  | { readonly kind: "key_name_empty" }
  | { readonly kind: "key_scopes_none" }
  | { readonly kind: "key_days_unknown" };

export interface KeyForm {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly days: number;
}

/** Reads what was typed for a new key: a name to know it by, at least one scope, one of the lengths offered. */
export function readKeyForm(typed: {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
}): Result<KeyForm, KeyFormRefusal> {
  const name = typed.name.trim().slice(0, longestName);
  const scopes = apiScopes.filter((scope) => typed.scopes.includes(scope));
  const days = keyDays.find((each) => String(each) === typed.days);
  if (name === "") return refuse({ kind: "key_name_empty" });
  if (scopes.length === 0) return refuse({ kind: "key_scopes_none" });
  return days === undefined ? refuse({ kind: "key_days_unknown" }) : ok({ name, scopes, days });
}

/** Calls of one key in a minute. A large hospital's morning needs a tenth of it. */
export const callsAMinute = 600;
