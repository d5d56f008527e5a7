import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
  type CustomFetch,
} from "openid-client";
import { readOfficial, type Away, type Official, type Sitting } from "./signed-in.ts";

export interface PortalSettings {
  /** Pratu, as its own discovery names it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where this system is opened: "http://treasury.localhost:8797". */
  readonly origin: string;
  /** How Pratu is reached; otherwise by fetch. */
  readonly fetch?: CustomFetch;
}

/** What came of somebody's way to Pratu and back. */
export type Returned =
  | { readonly kind: "signed_in"; readonly sitting: Sitting }
  /** What Pratu answered instead of a code. */
  | { readonly kind: "refused"; readonly error: string };

/** How somebody is to be asked: not at all, anew though they are signed in, or as it comes. */
export type PortalPrompt = "none" | "login" | null;

/** Signing in by Pratu, over openid-client. */
export interface PortalDoor {
  begin(prompt: PortalPrompt): Promise<{ readonly away: Away; readonly to: string }>;
  finish(away: Away, answer: URL): Promise<Returned>;
  /** Who it is as of now; null: Pratu takes the token no more. */
  look(sitting: Sitting): Promise<Official | null>;
  signOutUrl(sitting: Sitting): Promise<string>;
}

/** Makes the door. Pratu is asked about itself when the first person comes. */
export function makeDoor(settings: PortalSettings): PortalDoor {
  const redirectUri = `${settings.origin}/callback`;
  let known: Configuration | null = null;
  const provider = async () => (known ??= await discover(settings));
  return {
    begin: async (prompt) => {
      const away = {
        verifier: randomPKCECodeVerifier(),
        state: randomState(),
        nonce: randomNonce(),
        silent: prompt === "none",
      };
      const url = buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: "openid profile seat",
        code_challenge: await calculatePKCECodeChallenge(away.verifier),
        code_challenge_method: "S256",
        state: away.state,
        nonce: away.nonce,
        ...(prompt === null ? {} : { prompt }),
      });
      return { away, to: url.href };
    },
    finish: async (away, answer) => {
      try {
        return await exchange(await provider(), away, answer);
      } catch (error) {
        if (error instanceof AuthorizationResponseError) return { kind: "refused", error: error.error };
        throw error;
      }
    },
    look: async ({ accessToken, official }) => {
      try {
        return readOfficial(await fetchUserInfo(await provider(), accessToken, official.subject));
      } catch (error) {
        if (error instanceof WWWAuthenticateChallengeError) return null;
        throw error;
      }
    },
    signOutUrl: async ({ idToken }) =>
      buildEndSessionUrl(await provider(), {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${settings.origin}/signed-out`,
      }).href,
  };
}

async function exchange(config: Configuration, away: Away, answer: URL): Promise<Returned> {
  const tokens = await authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: away.verifier,
    expectedState: away.state,
    expectedNonce: away.nonce,
    idTokenExpected: true,
  });
  const official = readOfficial(tokens.claims());
  if (!official || tokens.id_token === undefined) return { kind: "refused", error: "no_seat" };
  const sitting = { official, accessToken: tokens.access_token, idToken: tokens.id_token, done: [] };
  return { kind: "signed_in", sitting };
}

async function discover(settings: PortalSettings): Promise<Configuration> {
  const config = await discovery(
    new URL(settings.issuer),
    settings.clientId,
    { id_token_signed_response_alg: "ES256" },
    ClientSecretBasic(settings.clientSecret),
    {
      ...(settings.fetch ? { [customFetch]: settings.fetch } : {}),
      // The demo's Pratu is on this machine, without TLS; the mark on it warns of everything else.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [allowInsecureRequests],
    },
  );
  enableNonRepudiationChecks(config);
  return config;
}
