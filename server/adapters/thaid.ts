import {
  allowInsecureRequests,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  genericGrantRequest,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";
import { parseCitizenId } from "../kernel/citizen-id.ts";
import { parsePersonName } from "../kernel/person-name.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { ThaId, ThaIdIdentity, ThaIdRefusal } from "../kernel/thaid-port.ts";
import { tidiedTokens } from "./thaid-quirks.ts";

export interface ThaIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs: number;
}

/** Each claim is a scope of its own; no address, no photo number: what is not used is not asked for. */
const scope = "openid pid given_name family_name ial";
/** ThaID says "user_denied" where the specification says "access_denied". */
const denials: readonly string[] = ["access_denied", "user_denied"];

/** ThaID over openid-client. Its configuration is read when the first person goes there, and kept. */
export function makeThaId(settings: ThaIdSettings): ThaId {
  let known: Configuration | null = null;
  // What is kept is the configuration, not the promise of it: in workerd a promise belongs to one request.
  const provider = async () => (known ??= await discover(settings));
  return {
    available: true,
    refusalOf,
    authorizeUrl: async ({ state, nonce, challenge, redirectUri }) => {
      try {
        const config = await provider();
        const pkce = config.serverMetadata().supportsPKCE()
          ? { code_challenge: challenge, code_challenge_method: "S256" }
          : null;
        const asked = { scope, state, nonce, redirect_uri: redirectUri, ...pkce };
        return ok(buildAuthorizationUrl(config, asked).href);
      } catch (error) {
        return refuse(refusalOfFault(error));
      }
    },
    exchange: async ({ code, verifier, nonce, redirectUri }) => {
      try {
        const config = await provider();
        const pkce = config.serverMetadata().supportsPKCE() ? { code_verifier: verifier } : null;
        // Not the library's own grant: that takes no ID token without the nonce, and ThaID lists none among its claims.
        const grant = { code, redirect_uri: redirectUri, ...pkce };
        const tokens = await genericGrantRequest(config, "authorization_code", grant);
        const claims = tokens.claims();
        return claims ? identityOf(claims, nonce) : refuse({ kind: "thaid_invalid" });
      } catch (error) {
        return refuse(refusalOfFault(error));
      }
    },
  };
}

async function discover(settings: ThaIdSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const config = await discovery(
    issuer,
    settings.clientId,
    { client_secret: settings.clientSecret, id_token_signed_response_alg: "ES256" },
    ClientSecretBasic(settings.clientSecret),
    {
      timeout: settings.timeoutMs / 1000,
      [customFetch]: (url, options) => fetch(url, options as RequestInit).then(tidiedTokens),
      // Settings take http for this machine alone (a stand-in); the mark on it warns of everything else.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(issuer.protocol === "http:" ? { execute: [allowInsecureRequests] } : {}),
    },
  );
  // The token comes by TLS, and its signature is checked all the same.
  enableNonRepudiationChecks(config);
  return config;
}

/** The flat claims of the ID token. A nonce that is there must be ours. */
function identityOf(
  claims: Readonly<Record<string, unknown>>,
  nonce: string,
): Result<ThaIdIdentity, ThaIdRefusal> {
  if (claims["nonce"] !== undefined && claims["nonce"] !== nonce) return refuse({ kind: "thaid_invalid" });
  const pid = parseCitizenId(typeof claims["pid"] === "string" ? claims["pid"] : "");
  if (!pid.ok) return refuse({ kind: "thaid_invalid" });
  return ok({
    pid: pid.value,
    firstName: nameIn(claims["given_name"]),
    lastName: nameIn(claims["family_name"]),
  });
}

function nameIn(claim: unknown) {
  const name = typeof claim === "string" ? parsePersonName(claim) : null;
  return name?.ok ? name.value : null;
}

function refusalOf(error: string): ThaIdRefusal {
  if (denials.includes(error)) return { kind: "thaid_denied" };
  const isFault = error === "server_error" || error === "temporarily_unavailable";
  return { kind: isFault ? "thaid_down" : "thaid_invalid" };
}

/** What a failed call says: an answer of ThaID's, a token that proves nothing, or no answer that can be read. */
function refusalOfFault(error: unknown): ThaIdRefusal {
  if (error instanceof ResponseBodyError)
    return error.status >= 500 ? { kind: "thaid_down" } : refusalOf(error.error);
  if (error instanceof AuthorizationResponseError) return refusalOf(error.error);
  if (error instanceof WWWAuthenticateChallengeError) return { kind: "thaid_invalid" };
  const isOfToken =
    error instanceof ClientError && /JWT|CLAIM|INVALID_RESPONSE|UNSUPPORTED/.test(error.code ?? "");
  return { kind: isOfToken ? "thaid_invalid" : "thaid_down" };
}
