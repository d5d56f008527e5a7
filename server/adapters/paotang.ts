import { buildAuthorizationUrl, genericGrantRequest, type Configuration } from "openid-client";
import { parseCitizenId } from "../kernel/citizen-id.ts";
import type { Proofing, ProofingRefusal, ProvenIdentity } from "../kernel/proofing-port.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { discoverProvider, nameInClaim, providerFault, type OpenIdSettings } from "./openid-party.ts";

const scope = "openid profile citizen_id";

/** What an error of the bank's means to us; any other proves nothing. */
const refusals: Readonly<Record<string, ProofingRefusal["kind"]>> = {
  access_denied: "proof_denied",
  identity_pending: "proof_pending",
  server_error: "proof_down",
  temporarily_unavailable: "proof_down",
};

/** เป๋าตัง of the bank as an OpenID provider: code flow with PKCE and a nonce, the ID token signed (ES256). */
export function makePaotang(settings: OpenIdSettings): Proofing {
  let known: Configuration | null = null;
  // What is kept is the configuration, not the promise of it: in workerd a promise belongs to one request.
  const provider = async () => (known ??= await discoverProvider(settings));
  return {
    available: true,
    refusalOf,
    authorizeUrl: async ({ state, nonce, challenge, redirectUri }) => {
      try {
        const pkce = { code_challenge: challenge, code_challenge_method: "S256" };
        const asked = { scope, state, nonce, redirect_uri: redirectUri, ...pkce };
        return ok(buildAuthorizationUrl(await provider(), asked).href);
      } catch (error) {
        return refuse(refusalOfFault(error));
      }
    },
    exchange: async ({ code, verifier, nonce, redirectUri }) => {
      try {
        const grant = { code, redirect_uri: redirectUri, code_verifier: verifier };
        const tokens = await genericGrantRequest(await provider(), "authorization_code", grant);
        return identityOf(tokens.claims() ?? {}, nonce);
      } catch (error) {
        return refuse(refusalOfFault(error));
      }
    },
  };
}

function identityOf(
  claims: Readonly<Record<string, unknown>>,
  nonce: string,
): Result<ProvenIdentity, ProofingRefusal> {
  const text = (name: string) => (typeof claims[name] === "string" ? claims[name] : "");
  const pid = parseCitizenId(text("citizen_id"));
  if (claims["nonce"] !== nonce || !pid.ok) return refuse({ kind: "proof_invalid" });
  return ok({
    pid: pid.value,
    firstName: nameInClaim(claims["given_name"]),
    lastName: nameInClaim(claims["family_name"]),
  });
}

function refusalOf(error: string): ProofingRefusal {
  const known = Object.hasOwn(refusals, error) ? refusals[error] : undefined;
  return { kind: known ?? "proof_invalid" };
}

function refusalOfFault(error: unknown): ProofingRefusal {
  const fault = providerFault(error);
  return fault.kind === "named" ? refusalOf(fault.error) : { kind: `proof_${fault.kind}` };
}
