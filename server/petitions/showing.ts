import { decodeBase32Number, encodeBase32, encodeBase32Number } from "../kernel/base32.ts";
import type { Mac } from "../kernel/mac.ts";
import type { DocumentCode } from "./document-code.ts";

/** The QR of a licence that is being shown changes every so many seconds. */
export const showingSeconds = 30;
/** A page that was opened before the network went shows for so long. */
export const showingsAhead = 40;
/** A scan is of now when it comes so soon after the QR was drawn: whoever checks types and waits. */
const liveSeconds = 120;

const stepLetters = 7;
const proofBytes = 5;
const proofLetters = 8;

/** What the QR of a shown licence tells of its moment. */
export type Shown =
  | { readonly kind: "live" | "old"; readonly at: Date }
  /** It is none of ours. */
  | { readonly kind: "forged" };

/** The step a moment lies in, and when that step begins. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / showingSeconds);
}

/** Proves that the holder's own page drew the QR of `code` in a step: the step and half of what only we can make. */
export function makeShowing(mac: Mac, code: DocumentCode, step: number): string {
  return `${encodeBase32Number(step, stepLetters)}${proofOf(mac, code, step)}`;
}

/** Reads what a QR says of its moment, as of `now`: drawn just now, too long ago, or by nobody of ours. */
export function readShowing(mac: Mac, code: DocumentCode, text: string, now: Date): Shown {
  const tidy = text.toUpperCase();
  const step = decodeBase32Number(tidy.slice(0, stepLetters), stepLetters);
  if (step === null || tidy.slice(stepLetters) !== proofOf(mac, code, step)) return { kind: "forged" };
  const at = new Date(step * showingSeconds * 1000);
  const late = (now.getTime() - at.getTime()) / 1000;
  return { kind: late >= -showingSeconds && late <= liveSeconds ? "live" : "old", at };
}

function proofOf(mac: Mac, code: DocumentCode, step: number): string {
  return encodeBase32(mac(`showing ${code} ${step}`).slice(0, proofBytes)).slice(0, proofLetters);
}
