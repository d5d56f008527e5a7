import { decodeProtectedHeader, errors, jwtVerify, SignJWT, type JWTPayload } from "jose";
import type { Credentials } from "../options.ts";
import type { Phone } from "../world/state.ts";
import type { LoginKeys } from "./login-keys.ts";

export const lineIssuer = "https://access.line.me";
const lifeSeconds = 3600;

function claimsOf(phone: Phone, login: Credentials, now: Date, nonce: string | null): SignJWT {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ amr: ["linesso"], name: phone.displayName, ...(nonce === null ? {} : { nonce }) })
    .setIssuer(lineIssuer)
    .setSubject(phone.userId)
    .setAudience(login.id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifeSeconds);
}

/** The ID token a LIFF app gets: ES256, one hour. */
export function issueLiffIdToken(
  keys: LoginKeys,
  phone: Phone,
  login: Credentials,
  now: Date,
): Promise<string> {
  return claimsOf(phone, login, now, null)
    .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: keys.kid })
    .sign(keys.privateKey);
}

/** The ID token of LINE Login's web flow: HS256 under the channel's secret, with the nonce that was sent. */
export function issueWebIdToken(
  phone: Phone,
  login: Credentials,
  now: Date,
  nonce: string | null,
): Promise<string> {
  return claimsOf(phone, login, now, nonce)
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(login.secret));
}

/** The claims of an ID token of this channel, or what LINE's verify endpoint says against it. */
export async function checkIdToken(
  keys: LoginKeys,
  login: Credentials,
  idToken: string,
  asked: { clientId: string; nonce: string | null; userId: string | null },
  now: Date,
): Promise<{ claims: JWTPayload } | { refused: string }> {
  try {
    const { payload } = await verify(keys, login, idToken, now);
    if (payload.aud !== asked.clientId) return { refused: "Invalid IdToken Audience." };
    if (asked.nonce !== null && payload["nonce"] !== asked.nonce)
      return { refused: "Invalid IdToken Nonce." };
    if (asked.userId !== null && payload.sub !== asked.userId)
      return { refused: "Invalid IdToken Subject Identifier." };
    return { claims: payload };
  } catch (error) {
    return { refused: error instanceof errors.JWTExpired ? "IdToken expired." : "Invalid IdToken." };
  }
}

function verify(keys: LoginKeys, login: Credentials, idToken: string, now: Date) {
  const common = { issuer: lineIssuer, currentDate: now };
  return decodeProtectedHeader(idToken).alg === "ES256"
    ? jwtVerify(idToken, keys.publicKey, { ...common, algorithms: ["ES256"] })
    : jwtVerify(idToken, new TextEncoder().encode(login.secret), { ...common, algorithms: ["HS256"] });
}
