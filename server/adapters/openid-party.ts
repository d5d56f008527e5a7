import {
  allowInsecureRequests,
  AuthorizationResponseError,
  ClientError,
  ClientSecretBasic,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type Configuration,
  type CustomFetch,
} from "openid-client";
import { parsePersonName, type PersonName } from "../kernel/person-name.ts";

/** Where a provider of identities stands, and how it knows us. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly timeoutMs: number;
}

/** Reads a provider's configuration; its ID tokens are ES256, and their signature is checked though they come by TLS. */
export async function discoverProvider(
  { issuer, clientId, clientSecret, timeoutMs }: OpenIdSettings,
  fetchTidied?: CustomFetch,
): Promise<Configuration> {
  const address = new URL(issuer);
  const config = await discovery(
    address,
    clientId,
    { client_secret: clientSecret, id_token_signed_response_alg: "ES256" },
    ClientSecretBasic(clientSecret),
    {
      timeout: timeoutMs / 1000,
      ...(fetchTidied ? { [customFetch]: fetchTidied } : {}),
      // Settings take http for this machine alone (a stand-in); the mark on it warns of everything else.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(address.protocol === "http:" ? { execute: [allowInsecureRequests] } : {}),
    },
  );
  enableNonRepudiationChecks(config);
  return config;
}

/** What a failed call says: an error the provider names, a token that proves nothing, or no answer that can be read. */
export type ProviderFault =
  | { readonly kind: "named"; readonly error: string }
  | { readonly kind: "invalid" }
  | { readonly kind: "down" };

export function providerFault(error: unknown): ProviderFault {
  if (error instanceof ResponseBodyError)
    return error.status >= 500 ? { kind: "down" } : { kind: "named", error: error.error };
  if (error instanceof AuthorizationResponseError) return { kind: "named", error: error.error };
  if (error instanceof WWWAuthenticateChallengeError) return { kind: "invalid" };
  const isOfToken =
    error instanceof ClientError && /JWT|CLAIM|INVALID_RESPONSE|UNSUPPORTED/.test(error.code ?? "");
  return { kind: isOfToken ? "invalid" : "down" };
}

/** The name in a claim; null when there is none that can be one. */
export function nameInClaim(claim: unknown): PersonName | null {
  const name = typeof claim === "string" ? parsePersonName(claim) : null;
  return name?.ok ? name.value : null;
}
