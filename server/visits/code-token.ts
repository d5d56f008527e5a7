import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { parseBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
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

/** Signs with the private half: ECDSA over P-256 with SHA-256, 64 bytes r‖s. The key stays behind it. */
export type SignCode = (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** Tells whether a signature fits, with the public half only. */
export type VerifyCode = (
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

const tokenType = "pratu-code";
const signatureBytes = 64;

/** Writes a token as a compact JWS (RFC 7515) with ES256, which any JOSE library reads. */
export async function writeCodeToken(sign: SignCode, token: CodeToken): Promise<string> {
  const claims = {
    code: token.code,
    facility: token.facility,
    service: token.serviceType,
    day: token.day,
    exp: Math.floor(token.expiresAt.getTime() / 1000),
  };
  const signed = `${part({ alg: "ES256", typ: tokenType })}.${part(claims)}`;
  return `${signed}.${encodeBase64url(await sign(bytesOf(signed)))}`;
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
  const shaped = rest.length === 0 && header === part({ alg: "ES256", typ: tokenType });
  if (!shaped || signature?.length !== signatureBytes) return refuse({ kind: "code_token_forged" });
  const fits = await verify(bytesOf(`${header}.${body}`), new Uint8Array(signature));
  const token = fits ? readClaims(body) : null;
  if (!token) return refuse({ kind: "code_token_forged" });
  return now > token.expiresAt ? refuse({ kind: "code_token_expired", token }) : ok(token);
}

function readClaims(body: string): CodeToken | null {
  const bytes = decodeBase64url(body);
  if (!bytes) return null;
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const code = parseServiceCode(String(claims["code"]));
  const day = parseBangkokDay(String(claims["day"]));
  const { facility, service, exp } = claims;
  if (!code.ok || !day.ok || typeof facility !== "string") return null;
  if (typeof service !== "string" || typeof exp !== "number") return null;
  const expiresAt = new Date(exp * 1000);
  return { code: code.value, facility, serviceType: service, day: day.value, expiresAt };
}

function part(fields: Readonly<Record<string, unknown>>): string {
  return encodeBase64url(bytesOf(JSON.stringify(fields)));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
