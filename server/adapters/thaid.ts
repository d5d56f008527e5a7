import { buildAuthorizationUrl, genericGrantRequest, type Configuration } from "openid-client";
import { parseCitizenId } from "../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { ThaId, ThaIdIdentity, ThaIdRefusal } from "../kernel/thaid-port.ts";
import { discoverProvider, nameInClaim, providerFault, type OpenIdSettings } from "./openid-party.ts";
import { tidiedTokens } from "./thaid-quirks.ts";

/** Each claim is a scope of its own; no address, no photo number: what is not used is not asked for. */
const scope = "openid pid given_name family_name ial";
/** ThaID says "user_denied" where the specification says "access_denied". */
const denials: readonly string[] = ["access_denied", "user_denied"];

/** ThaID over openid-client. Its configuration is read when the first person goes there, and kept. */
export function makeThaId(settings: OpenIdSettings): ThaId {
  let known: Configuration | null = null;
  // What is kept is the configuration, not the promise of it: in workerd a promise belongs to one request.
  const provider = async () =>
    (known ??= await discoverProvider(settings, async (url, options) =>
      tidiedTokens(await fetch(url, options as RequestInit)),
    ));
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
    firstName: nameInClaim(claims["given_name"]),
    lastName: nameInClaim(claims["family_name"]),
  });
}

function refusalOf(error: string): ThaIdRefusal {
  if (denials.includes(error)) return { kind: "thaid_denied" };
  const isFault = error === "server_error" || error === "temporarily_unavailable";
  return { kind: isFault ? "thaid_down" : "thaid_invalid" };
}

function refusalOfFault(error: unknown): ThaIdRefusal {
  const fault = providerFault(error);
  return fault.kind === "named" ? refusalOf(fault.error) : { kind: `thaid_${fault.kind}` };
}
