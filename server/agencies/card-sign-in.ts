import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import type { Mac } from "../kernel/mac.ts";
import { sameBytes } from "../kernel/same-bytes.ts";

/** What a card is asked to sign waits so long, once. */
export const cardNonceMinutes = 5;
export const cardNonceRandomBytes = 16;

/**
 * The text a card signs: what for, at which origin, which nonce. The agent takes the origin from the browser, so that
 * what a false page had signed is worth nothing at ours.
 */
export function cardSignedText(origin: string, nonce: string): string {
  return `Pratu card sign-in\n${origin}\n${nonce}`;
}

/** A nonce that nobody else makes up and that says when it was made, so that none is kept before it is used. */
export function makeCardNonce(mac: Mac, random: Uint8Array, now: Date): string {
  const text = `${encodeBase64url(random)}.${now.getTime().toString(36)}`;
  return `${text}.${encodeBase64url(signed(mac, text))}`;
}

/** When a nonce of ours was made; null: not ours, or its five minutes are over. */
export function readCardNonce(mac: Mac, nonce: string, now: Date): Date | null {
  const [, text = "", millis = "", tag = ""] =
    /^([\w-]{22}\.([0-9a-z]{1,10}))\.([\w-]{43})$/.exec(nonce) ?? [];
  const given = decodeBase64url(tag);
  if (given === null || !sameBytes(given, signed(mac, text))) return null;
  const madeAt = new Date(Number.parseInt(millis, 36));
  const age = now.getTime() - madeAt.getTime();
  return age >= 0 && age < cardNonceMinutes * 60_000 ? madeAt : null;
}

function signed(mac: Mac, text: string): Uint8Array {
  return mac(`card-nonce:${text}`);
}

/** How the PIN of a card stands, as its own count says (DOPA's rule, F1.7). */
export const cardPinStates = ["ready", "none", "reset_needed", "card_needed"] as const;
export type CardPinState = (typeof cardPinStates)[number];

/** Wrong PINs in a row after which a new PIN is asked for, and after which only a new card helps. */
export const wrongPinsBeforeReset = 3;
export const wrongPinsBeforeNewCard = 5;

/** How a card stands after so many wrong PINs in a row. */
export function cardPinState(wrong: number): Exclude<CardPinState, "none"> {
  if (wrong >= wrongPinsBeforeNewCard) return "card_needed";
  return wrong >= wrongPinsBeforeReset ? "reset_needed" : "ready";
}

/** An agency somebody has an account at, to choose among. */
export interface CardAgency {
  readonly agencyId: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

export type CardSignInRefusal =
  /** The deployment trusts no card authority. */
  | { readonly kind: "card_unavailable" }
  /** The nonce is not ours, was used, or its five minutes are over. */
  | { readonly kind: "card_late" }
  /** No proof of a trusted card, or no account that may come in: all alike. */
  | { readonly kind: "card_refused" }
  /** The person has accounts at several agencies and named none of them. */
  | { readonly kind: "card_choose"; readonly agencies: readonly CardAgency[] };
