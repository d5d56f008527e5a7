/**
 * Digits and capital letters without I, L, O and U (Douglas Crockford's base 32): nothing that is mistaken for
 * something else, and all of it inside the alphanumeric mode of QR codes.
 */
export const base32Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const values = new Map([...base32Alphabet].map((letter, value) => [letter, value]));
for (const letter of "IL") values.set(letter, 1);
values.set("O", 0);

const bitsPerLetter = 5n;

/** Writes a whole number from 0 to 32^length − 1 as exactly `length` letters; throws outside that range. */
export function encodeBase32Number(number: number, length: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= 32 ** length) {
    throw new RangeError(`${number} does not fit into ${length} base-32 letters`);
  }
  return write(BigInt(number), length);
}

/**
 * Reads exactly `length` letters as a number. Any case; O is read as 0, I and L as 1, as people copy them.
 * Null for another length, a foreign letter, or a number too large to be exact.
 */
export function decodeBase32Number(text: string, length: number): number | null {
  const value = text.length === length ? read(text) : null;
  return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

/** Writes bytes, the first bit first; the last letter is filled up with zero bits. */
export function encodeBase32(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length * 8) / 5);
  return write(number(bytes) << spareBits(bytes.length, length), length);
}

/**
 * Reads `byteLength` bytes written by `encodeBase32`, in any case, with O for 0 and I or L for 1. Null for another
 * length, a foreign letter, or filling bits that are not zero (so that one value has one text).
 */
export function decodeBase32(text: string, byteLength: number): Uint8Array | null {
  const length = Math.ceil((byteLength * 8) / 5);
  const value = text.length === length ? read(text) : null;
  if (value === null) return null;
  const spare = spareBits(byteLength, length);
  if ((value & ((1n << spare) - 1n)) !== 0n) return null;
  const whole = value >> spare;
  return Uint8Array.from({ length: byteLength }, (_, at) =>
    Number((whole >> BigInt(8 * (byteLength - 1 - at))) & 0xffn),
  );
}

function spareBits(byteLength: number, length: number): bigint {
  return BigInt(length * 5 - byteLength * 8);
}

function number(bytes: Uint8Array): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function write(value: bigint, length: number): string {
  return Array.from({ length }, (_, at) =>
    base32Alphabet.charAt(Number((value >> (bitsPerLetter * BigInt(length - 1 - at))) & 31n)),
  ).join("");
}

function read(text: string): bigint | null {
  let value = 0n;
  for (const letter of text.toUpperCase()) {
    const part = values.get(letter);
    if (part === undefined) return null;
    value = (value << bitsPerLetter) | BigInt(part);
  }
  return value;
}
