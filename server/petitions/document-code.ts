import { decodeBase32Number, encodeBase32Number } from "../kernel/base32.ts";
import { toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/**
 * What confirms a document (รหัสตรวจเอกสาร, N19): ten random base-32 letters and two of a check, "D4KQ7M2X9WTC". Whoever
 * has one paper learns nothing of another.
 */
export type DocumentCode = string & { readonly [checked]: "document code" };

export type DocumentCodeRefusal =
  | { readonly kind: "document_code_empty" }
  | { readonly kind: "document_code_shape" }
  /** Letters are missing, or there are too many. */
  | { readonly kind: "document_code_length"; readonly typed: number }
  /** One letter was mistaken, or two were swapped. */
  | { readonly kind: "document_code_check" };

const letters = 10;
const checkLetters = 2;
/** The largest prime that two letters hold, as of tracking numbers. */
const checkPrime = 1021;
/** So many random bytes make a code. */
export const documentCodeBytes = 7;

/** Makes a code out of seven random bytes. */
export function makeDocumentCode(random: Uint8Array): DocumentCode {
  if (random.length !== documentCodeBytes) throw new RangeError("a document's code takes seven random bytes");
  const number = random.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % (1n << 50n), 0n);
  return codeOf(Number(number));
}

/**
 * Reads a code as people copy it: any case, Thai digits, spaces or hyphens anywhere; O as 0, I and L as 1. Refuses an
 * empty text, another length or shape, and check letters that do not belong to the rest.
 */
export function parseDocumentCode(text: string): Result<DocumentCode, DocumentCodeRefusal> {
  const tidy = withoutSeparators(toAsciiDigits(text)).toUpperCase();
  if (tidy === "") return refuse({ kind: "document_code_empty" });
  const typed = [...tidy].length;
  if (typed !== letters + checkLetters && /^[0-9A-Z]+$/.test(tidy))
    return refuse({ kind: "document_code_length", typed });
  const number = decodeBase32Number(tidy.slice(0, letters), letters);
  const check = decodeBase32Number(tidy.slice(letters), checkLetters);
  if (number === null || check === null) return refuse({ kind: "document_code_shape" });
  return check === number % checkPrime ? ok(codeOf(number)) : refuse({ kind: "document_code_check" });
}

/** As it stands on paper: "D4KQ-7M2X-9WTC". */
export function formatDocumentCode(code: DocumentCode): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

function codeOf(number: number): DocumentCode {
  const check = encodeBase32Number(number % checkPrime, checkLetters);
  return `${encodeBase32Number(number, letters)}${check}` as DocumentCode;
}
