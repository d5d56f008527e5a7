import { decodeBase64url, encodeBase64url } from "./base64url.ts";

/** The public half of a key on the curve P-256: both coordinates, 32 bytes each in base64url, as JWK writes them. */
export interface P256PublicKey {
  readonly x: string;
  readonly y: string;
}

/** Both halves. */
export interface P256PrivateKey extends P256PublicKey {
  readonly d: string;
}

/** What stands before the numbers in the DER that openssl and WebCrypto write for this curve (RFC 5958, RFC 5480). */
const privateHead = "308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420";
const publicBetween = "a14403420004";
const publicHead = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
const number = 32;

/** Reads a private key: PKCS #8 in DER, with its public half in it, as base64. Null for any other curve or form. */
export function readPrivateKey(base64: string): P256PrivateKey | null {
  const rest = bytesAfter(base64, privateHead);
  if (rest?.length !== number * 3 + publicBetween.length / 2) return null;
  const [d, tail] = [rest.slice(0, number), rest.slice(number)];
  const point = hex(tail).startsWith(publicBetween) ? tail.slice(-2 * number) : null;
  return point && { d: encodeBase64url(d), ...coordinates(point) };
}

/** Reads a public key: SubjectPublicKeyInfo in DER, as base64. Null for any other curve or form. */
export function readPublicKey(base64: string): P256PublicKey | null {
  const point = bytesAfter(base64, publicHead);
  return point?.length === 2 * number ? coordinates(point) : null;
}

/** Writes a public key as `readPublicKey` reads it. */
export function writePublicKey({ x, y }: P256PublicKey): string {
  const point = [x, y].map((text) => hex(decodeBase64url(text) ?? new Uint8Array())).join("");
  const bytes = `${publicHead}${point}`.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  return btoa(String.fromCharCode(...bytes));
}

/** What the thumbprint of a key is the SHA-256 of: its required members in the order of RFC 7638. */
export function thumbprintText({ x, y }: P256PublicKey): string {
  return JSON.stringify({ crv: "P-256", kty: "EC", x, y });
}

function coordinates(point: Uint8Array): P256PublicKey {
  return { x: encodeBase64url(point.slice(0, number)), y: encodeBase64url(point.slice(number)) };
}

function bytesAfter(base64: string, head: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return hex(bytes).startsWith(head) ? bytes.slice(head.length / 2) : null;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
