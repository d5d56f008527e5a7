import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { parseServiceCode, type ServiceCode } from "./service-code.ts";

/** What the QR of a service code says, without a network and without a name or an ID number. */
export interface CodeToken {
  readonly code: ServiceCode;
  /** The facility's own code, as it stands on letters and claims. */
  readonly facility: string;
  readonly serviceType: string;
  readonly day: BangkokDay;
  /** The last instant the code may be used, in whole seconds. */
  readonly expiresAt: Date;
}

export type CodeTokenRefusal =
  /** No such text, another algorithm, another key, or changed after signing. */
  | { readonly kind: "code_token_forged" }
  /** Signed by us, and its service day is over. */
  | { readonly kind: "code_token_expired"; readonly token: CodeToken };

/** What signs: the name of its key, and the private half behind a function (ECDSA over P-256, SHA-256, 64 bytes r‖s). */
export interface CodeSigner {
  readonly kid: string;
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** Tells whether a signature fits, with the public half of the key of that name only. */
export type VerifyCode = (
  kid: string,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

const tokenType = "pratu-code";
const signatureBytes = 64;

/**
 * Writes a token as a compact JWS (RFC 7515) with ES256, which any JOSE library reads. It has to stand in a QR: the
 * names of its claims are the short ones every such library knows, and the service day is the day of `exp` in Bangkok.
 */
export async function writeCodeToken(signer: CodeSigner, token: Omit<CodeToken, "day">): Promise<string> {
  const claims = {
    sub: token.code,
    aud: token.facility,
    svc: token.serviceType,
    exp: Math.floor(token.expiresAt.getTime() / 1000),
  };
  const signed = `${part(headerOf(signer.kid))}.${part(claims)}`;
  return `${signed}.${encodeBase64url(await signer.sign(bytesOf(signed)))}`;
}

/**
 * Opens a token at `now`. Refuses what our key did not sign, a header that names another algorithm or type, and a
 * code whose service day is over. Whether it was used or cancelled since, only the server knows.
 */
export async function openCodeToken(
  verify: VerifyCode,
  text: string,
  now: Date,
): Promise<Result<CodeToken, CodeTokenRefusal>> {
  const [header = "", body = "", tail = "", ...rest] = text.split(".");
  const signature = decodeBase64url(tail);
  const kid = rest.length === 0 ? readKid(header) : null;
  if (kid === null || signature?.length !== signatureBytes) return refuse({ kind: "code_token_forged" });
  const fits = await verify(kid, bytesOf(`${header}.${body}`), new Uint8Array(signature));
  const token = fits ? readClaims(body) : null;
  if (!token) return refuse({ kind: "code_token_forged" });
  return now > token.expiresAt ? refuse({ kind: "code_token_expired", token }) : ok(token);
}

/** True for a text that has the shape of a token, ours or forged: scanned, not typed by hand. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);
}

function headerOf(kid: string) {
  return { alg: "ES256", kid, typ: tokenType };
}

/** The name of the key in a header of ours; null for any other header, letter for letter. */
function readKid(header: string): string | null {
  const { kid } = readPart(header);
  return typeof kid === "string" && header === part(headerOf(kid)) ? kid : null;
}

function readClaims(body: string): CodeToken | null {
  const { sub, aud, svc, exp } = readPart(body);
  const code = parseServiceCode(String(sub));
  if (!code.ok || typeof aud !== "string" || typeof svc !== "string" || typeof exp !== "number") return null;
  const expiresAt = new Date(exp * 1000);
  return { code: code.value, facility: aud, serviceType: svc, day: bangkokDay(expiresAt), expiresAt };
}

/** The members of one part; none when it is no JSON object. */
function readPart(text: string): Readonly<Record<string, unknown>> {
  const bytes = decodeBase64url(text);
  try {
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function part(fields: Readonly<Record<string, unknown>>): string {
  return encodeBase64url(bytesOf(JSON.stringify(fields)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
