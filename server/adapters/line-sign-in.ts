import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";
import type { Clock, LineIdentity, LineSignIn, SignInRefusal } from "../ports.ts";

export interface LineSignInSettings {
  /** Names the provider in every link; one channel a deployment today. */
  readonly channel: string;
  readonly apiBase: string;
  /** Origin of LINE Login's pages (https://access.line.me, or the stand-in). */
  readonly accessBase: string;
  readonly loginChannelId: string;
  readonly loginChannelSecret: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

const issuer = "https://access.line.me";

/** LINE as the identity provider: LIFF ID tokens checked here, LINE Login's code flow checked by LINE. */
export function makeLineSignIn(settings: LineSignInSettings): LineSignIn {
  const certs = createRemoteJWKSet(new URL("/oauth2/v2.1/certs", settings.apiBase), {
    cacheMaxAge: 3_600_000,
    timeoutDuration: settings.timeoutMs,
    [customFetch]: (url, options) => fetch(url, options).catch(unreachable),
  });
  return {
    verifyIdToken: (idToken) => verifyIdToken(settings, certs, idToken),
    authorizeUrl: (request) => authorizeUrl(settings, request),
    exchangeCode: (grant) => exchangeCode(settings, grant),
  };
}

async function verifyIdToken(
  settings: LineSignInSettings,
  certs: JWTVerifyGetKey,
  idToken: string,
): Promise<Result<LineIdentity, SignInRefusal>> {
  try {
    const { payload } = await jwtVerify(idToken, certs, {
      algorithms: ["ES256"],
      issuer,
      audience: settings.loginChannelId,
      requiredClaims: ["exp", "sub"],
      currentDate: settings.clock.now(),
    });
    return identityOf(settings.channel, payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired) return refuse({ kind: "token_expired" });
    if (isWithoutCertificates(error)) return refuse({ kind: "provider_down" });
    if (error instanceof errors.JOSEError) return refuse({ kind: "token_invalid" });
    throw error;
  }
}

/** Hosts differ in what a failed fetch throws; here it is one thing. */
function unreachable(): never {
  throw new errors.JWKSTimeout();
}

/** True when LINE's certificates could not be had or read: that says nothing about the token. */
function isWithoutCertificates(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  return error instanceof errors.JOSEError && error.code === errors.JOSEError.code;
}

function identityOf(
  channel: string,
  claims: { sub?: unknown; name?: unknown },
): Result<LineIdentity, SignInRefusal> {
  if (typeof claims.sub !== "string" || !/^U[0-9a-f]{32}$/.test(claims.sub))
    return refuse({ kind: "token_invalid" });
  const displayName = typeof claims.name === "string" ? claims.name : null;
  return ok({ channel, lineUserId: claims.sub, displayName });
}

function authorizeUrl(
  settings: LineSignInSettings,
  request: { state: string; nonce: string; challenge: string; redirectUri: string },
): string {
  const url = new URL("/oauth2/v2.1/authorize", settings.accessBase);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: settings.loginChannelId,
    redirect_uri: request.redirectUri,
    state: request.state,
    nonce: request.nonce,
    scope: "openid profile",
    code_challenge: request.challenge,
    code_challenge_method: "S256",
    bot_prompt: "normal",
  }).toString();
  return url.toString();
}

async function exchangeCode(
  settings: LineSignInSettings,
  grant: { code: string; verifier: string; nonce: string; redirectUri: string },
): Promise<Result<LineIdentity, SignInRefusal>> {
  const token = await post(settings, "/oauth2/v2.1/token", {
    grant_type: "authorization_code",
    code: grant.code,
    redirect_uri: grant.redirectUri,
    client_id: settings.loginChannelId,
    client_secret: settings.loginChannelSecret,
    code_verifier: grant.verifier,
  });
  if (!token.ok) return token;
  const claims = await post(settings, "/oauth2/v2.1/verify", {
    id_token: String(token.value["id_token"]),
    client_id: settings.loginChannelId,
    nonce: grant.nonce,
  });
  if (!claims.ok) return claims;
  // LINE checks the nonce when it is sent; a token minted without one must not pass either.
  if (claims.value["nonce"] !== grant.nonce) return refuse({ kind: "token_invalid" });
  return identityOf(settings.channel, claims.value);
}

async function post(
  settings: LineSignInSettings,
  path: string,
  form: Record<string, string>,
): Promise<Result<Record<string, unknown>, SignInRefusal>> {
  try {
    const response = await fetch(new URL(path, settings.apiBase), {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (response.status >= 500) return refuse({ kind: "provider_down" });
    if (!response.ok) return refuse({ kind: "token_invalid" });
    return ok((await response.json()) as Record<string, unknown>);
  } catch {
    return refuse({ kind: "provider_down" });
  }
}
