import { ok, refuse, type Result } from "../kernel/result.ts";
import type { HoldingState } from "./holding.ts";
import type { RegistrationState } from "./token-registration.ts";

/** How long a QR that makes a key is good for. */
export const activationMinutes = 10;

/**
 * Hours in which another key may be made after it was granted. A request that is granted before a long holiday must
 * outlast it, and the mail to set the password. Whoever changes phones does it the same day, and keeps the password: it
 * may be stolen, and would open the way by itself. Beyond that an open way to a key waits for somebody else: case 2 asks
 * again.
 */
export const newKeyHours = { byNewPassword: 7 * 24, byOldPassword: 24 } as const;

const hourMs = 3_600_000;

/** When another key was granted, and since when the password is what it is. */
export interface NewKeyGrant {
  /** Granted since the last key was made: by changing the phone, or by the central office. Null: not. */
  readonly newKeyFrom: Date | null;
  readonly passwordSetAt: Date | null;
}

/** Until when another key may be made; null: none was granted. */
export function newKeyUntil({ newKeyFrom, passwordSetAt }: NewKeyGrant): Date | null {
  if (newKeyFrom === null) return null;
  const isOld = passwordSetAt !== null && passwordSetAt <= newKeyFrom;
  return new Date(newKeyFrom.getTime() + newKeyHours[isOld ? "byOldPassword" : "byNewPassword"] * hourMs);
}

/** What decides whether somebody in a seat may make a key on a phone. */
export interface KeyStanding extends NewKeyGrant {
  readonly holdingState: HoldingState;
  /** Null: nobody has begun to register. */
  readonly registration: RegistrationState | null;
  readonly hasLiveKey: boolean;
  /** Their phone was reported lost after they came to hold the seat. */
  readonly isLost: boolean;
}

export type NewKeyRefusal =
  /** The central office has not approved yet. */
  | { readonly kind: "not_approved" }
  /** A key is on a phone already; it is ended first. */
  | { readonly kind: "has_key" }
  /** There was one, and it was lost, stopped or ended: a request for service opens the way. */
  | { readonly kind: "key_not_granted" }
  /** It was granted, and nobody made one in time. */
  | { readonly kind: "key_grant_over"; readonly until: Date };

/**
 * Judges whether a key may be made: the first one after the approval, another one only within `newKeyHours` of its grant. Whoever's
 * phone was reported lost before it had a key asks for a grant, too: somebody may have their LINE.
 */
export function judgeNewKey(standing: KeyStanding, now: Date): Result<undefined, NewKeyRefusal> {
  const { holdingState, registration, hasLiveKey, isLost } = standing;
  if (holdingState !== "live") return refuse({ kind: "not_approved" });
  if (hasLiveKey) return refuse({ kind: "has_key" });
  if (registration === "approved" && !isLost) return ok();
  const until = newKeyUntil(standing);
  if (until !== null) return now < until ? ok() : refuse({ kind: "key_grant_over", until });
  const isApproved = registration === "activated" || registration === "approved";
  return refuse({ kind: isApproved ? "key_not_granted" : "not_approved" });
}

/** Why a QR leads a phone nowhere. */
export type OpenActivationRefusal =
  /** Its ten minutes are over, or the computer asked for another one; or it never was. */
  | { readonly kind: "activation_over" }
  /** Another phone took it first. */
  | { readonly kind: "other_phone" }
  /** The person of the seat has a LINE account here, and it is not this one. */
  | { readonly kind: "not_their_line" };

/** Why a key ended, as it is kept beside its state. */
export const keyEnds = [
  "renewed",
  "phone_changed",
  "wrong_pins",
  "resigned",
  "transferred",
  "holder_changed",
  "email_changed",
  "other",
] as const;
export type KeyEnd = (typeof keyEnds)[number];
