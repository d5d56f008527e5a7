import {
  base32Alphabet,
  decodeBase32,
  decodeBase32Number,
  encodeBase32,
  encodeBase32Number,
} from "../kernel/base32.ts";
import type { Mac } from "../kernel/mac.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { sameBytes } from "../kernel/same-bytes.ts";
import { acceptedSteps, stepOf } from "./screen-step.ts";

/** A screen QR rolls every 30 seconds; a printed one stands still until it is revoked and proves less. */
export const qrKinds = ["screen", "printed"] as const;
export type QrKind = (typeof qrKinds)[number];

/** What became of a scan, for the scan log of a QR. */
export const scanOutcomes = [
  "accepted",
  "qr_forged",
  "qr_expired",
  "qr_revoked",
  "short_code_wrong",
  "facility_closed",
  "service_not_offered",
] as const;
export type ScanOutcome = (typeof scanOutcomes)[number];

/** A token taken apart: whose it says it is, and the signature that has still to be checked. */
export interface QrToken {
  readonly number: number;
  readonly tag: Uint8Array;
}

export type QrTokenRefusal = { readonly kind: "qr_forged" } | { readonly kind: "qr_expired" };

const numberLetters = 8;
const tagBytes = 10;
const tagLetters = 16;

/** QR numbers lie below this: 40 bits. */
export const qrNumberLimit = 32 ** numberLetters;
/** A token in the address of a page: 24 letters, also as people copy them. */
export const qrTokenShape = new RegExp(`^[${base32Alphabet}ILO]{${numberLetters + tagLetters}}$`, "i");

/** A genuine screen QR is told from a forged one so many steps (one hour) after it was shown. */
const rememberedSteps = 120;

/**
 * The token of a screen QR in one 30-second step: the number as 8 base-32 letters, then 16 letters of the first 80
 * bits of HMAC("pratu:qr-screen:v1:<number>:<step>"). The step is not in the text.
 */
export function makeScreenToken(mac: Mac, number: number, step: number): string {
  return write(number, screenTag(mac, number, step));
}

/** The token of a printed QR: as above over "pratu:qr-printed:v1:<number>". */
export function makePrintedToken(mac: Mac, number: number): string {
  return write(number, printedTag(mac, number));
}

/** Takes a token apart without judging it; any case, O for 0, I and L for 1. Refuses another shape. */
export function readToken(text: string): Result<QrToken, { readonly kind: "qr_not_ours" }> {
  const number = decodeBase32Number(text.slice(0, numberLetters), numberLetters);
  const tag = decodeBase32(text.slice(numberLetters), tagBytes);
  return number === null || tag === null ? refuse({ kind: "qr_not_ours" }) : ok({ number, tag });
}

/**
 * Judges a token for the kind of QR that its number stands for. A screen token is good in its own step and the
 * next; later than that it is refused as expired for an hour, then, like every token that we did not sign, as
 * forged. Whether the QR was revoked is not in the token.
 */
export function verifyToken(
  mac: Mac,
  token: QrToken,
  kind: QrKind,
  now: Date,
): Result<undefined, QrTokenRefusal> {
  const { number, tag } = token;
  if (kind === "printed") {
    return sameBytes(tag, printedTag(mac, number)) ? ok() : refuse({ kind: "qr_forged" });
  }
  const signedIn = (step: number) => sameBytes(tag, screenTag(mac, number, step));
  const accepted = acceptedSteps(now);
  if (accepted.some(signedIn)) return ok();
  const past = Array.from({ length: rememberedSteps }, (_, at) => stepOf(now) - accepted.length - at);
  return refuse({ kind: past.some(signedIn) ? "qr_expired" : "qr_forged" });
}

function write(number: number, tag: Uint8Array): string {
  return encodeBase32Number(number, numberLetters) + encodeBase32(tag);
}

function screenTag(mac: Mac, number: number, step: number): Uint8Array {
  return mac(`pratu:qr-screen:v1:${number}:${step}`).subarray(0, tagBytes);
}

function printedTag(mac: Mac, number: number): Uint8Array {
  return mac(`pratu:qr-printed:v1:${number}`).subarray(0, tagBytes);
}
