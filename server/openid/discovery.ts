import { claimNames, softTokenClass } from "./claims.ts";
import { clientAuths } from "./client-auth.ts";
import { prompts } from "./authorization-request.ts";
import { openIdScopes } from "./scope.ts";

/** The paths of the provider, under its issuer. */
export const openIdPaths = {
  discovery: "/.well-known/openid-configuration",
  authorize: "/openid/authorize",
  logout: "/openid/logout",
  token: "/api/openid/token",
  userinfo: "/api/openid/userinfo",
  keys: "/api/openid/keys",
} as const;

/** What the provider says of itself (OpenID Connect Discovery 3). */
export function describeProvider(issuer: string) {
  const under = (path: string) => `${issuer}${path}`;
  return {
    issuer,
    authorization_endpoint: under(openIdPaths.authorize),
    token_endpoint: under(openIdPaths.token),
    userinfo_endpoint: under(openIdPaths.userinfo),
    jwks_uri: under(openIdPaths.keys),
    end_session_endpoint: under(openIdPaths.logout),
    scopes_supported: openIdScopes,
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code"],
    prompt_values_supported: prompts,
    acr_values_supported: [softTokenClass],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["ES256"],
    token_endpoint_auth_methods_supported: clientAuths,
    token_endpoint_auth_signing_alg_values_supported: ["ES256"],
    claim_types_supported: ["normal"],
    claims_supported: claimNames,
    ui_locales_supported: ["th", "en"],
    code_challenge_methods_supported: ["S256"],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    require_request_uri_registration: false,
    authorization_response_iss_parameter_supported: true,
  };
}
