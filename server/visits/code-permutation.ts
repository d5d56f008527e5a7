/** SHA-256 of the bytes: 32 bytes. Handed in, because nouns hold no platform code. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const codeNumberLimit = 10_000_000_000;

const half = 100_000;
const rounds = [1, 2, 3, 4, 5, 6] as const;

/**
 * The keyed permutation of 0 … 10^10 − 1 behind every service code: numbers that were given out in order become
 * codes that are unique by construction and tell nothing of their order. A Feistel network over two halves of five
 * digits, six rounds: (left, right) → (right, (left + F(right)) mod 100000), where F of round i is the first four
 * bytes, big-endian, of SHA-256(key, one byte i, the half as five ASCII digits), mod 100000. The database computes
 * the same in db/sql/53-permute-code-number.sql; both are held to tests/vectors/code-permutation.txt.
 */
export function permuteCodeNumber(sha256: Sha256, key: Uint8Array, number: number): number {
  let [left, right] = halves(number);
  for (const round of rounds) {
    [left, right] = [right, (left + roundValue(sha256, key, round, right)) % half];
  }
  return left * half + right;
}

/** Takes the permutation back: which number in order a code was. For tests and investigations only. */
export function unpermuteCodeNumber(sha256: Sha256, key: Uint8Array, permuted: number): number {
  let [left, right] = halves(permuted);
  for (const round of [...rounds].reverse()) {
    [left, right] = [(right - roundValue(sha256, key, round, left) + half) % half, left];
  }
  return left * half + right;
}

function halves(number: number): [number, number] {
  if (!Number.isSafeInteger(number) || number < 0 || number >= codeNumberLimit) {
    throw new RangeError(`${number} is no number of a service code`);
  }
  return [Math.floor(number / half), number % half];
}

function roundValue(sha256: Sha256, key: Uint8Array, round: number, value: number): number {
  const digits = String(value).padStart(5, "0");
  const message = new Uint8Array(key.length + 6);
  message.set(key);
  message[key.length] = round;
  message.set(new TextEncoder().encode(digits), key.length + 1);
  const hash = sha256(message);
  return new DataView(hash.buffer, hash.byteOffset, hash.byteLength).getUint32(0) % half;
}
