import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
  type ClientAuth,
  type Configuration,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from "openid-client";
import { registerClient } from "../../server/openid/actions/register-client.ts";
import { rotateKeys } from "../../server/openid/actions/rotate-keys.ts";
import type { ClientForm } from "../../server/openid/client.ts";
import { appOver, origin } from "./app.ts";
import type { TestWorld } from "./ports.ts";

export const callback = "https://treasury.example/callback";
export const afterLogout = "https://treasury.example/bye";
const actor = { kind: "system", job: "test" } as const;

export type TokenSet = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** One way of somebody to the relying party: what it keeps while they are gone. */
export interface Way {
  readonly url: URL;
  readonly checks: {
    readonly pkceCodeVerifier: string;
    readonly expectedState: string;
    readonly expectedNonce: string;
  };
}

/** A relying party by openid-client, which speaks to the app over nothing but its Requests. */
export interface TestRelyingParty {
  readonly config: Configuration;
  readonly secret: string | null;
  /** Begins a sign-in; `more` goes into the request. */
  begin(more?: Record<string, string>): Promise<Way>;
  /** Opens the request in a browser with that cookie: where it is sent. */
  open(way: Way, cookie: string): Promise<URL>;
  /** Takes the answer: exchanges the code, and checks all that there is to check. */
  finish(way: Way, answer: URL): Promise<TokenSet>;
}

/** Registers a client and makes it, with keys that sign there already. It judges times by the real clock. */
export async function relyingParty(
  world: TestWorld,
  form: Partial<ClientForm> = {},
  proof?: ClientAuth,
): Promise<TestRelyingParty> {
  const id = form.id ?? "treasury";
  const registered = await registerClient(world.ports, actor, {
    ...{ id, nameTh: "ระบบการคลัง", nameEn: "Treasury", auth: "client_secret_basic", keys: [] },
    ...{ redirectUris: [callback], postLogoutUris: [afterLogout], rights: [] },
    ...form,
  });
  if (!registered.ok) throw new Error(registered.refusal.kind);
  await rotateKeys(world.ports, actor);
  const app = appOver(world);
  const { secret } = registered.value;
  const config = await discovery(
    new URL(origin),
    id,
    { id_token_signed_response_alg: "ES256", redirect_uris: [callback] },
    proof ?? ClientSecretBasic(secret ?? ""),
    {
      [customFetch]: async (url, options) => app.request(url, options as RequestInit),
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      execute: [allowInsecureRequests, enableNonRepudiationChecks],
    },
  );
  return {
    config,
    secret,
    begin: async (more = {}) => {
      const [pkceCodeVerifier, expectedState, expectedNonce] = [
        randomPKCECodeVerifier(),
        randomState(),
        randomNonce(),
      ];
      const url = buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: "openid profile seat",
        code_challenge: await calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: "S256",
        state: expectedState,
        nonce: expectedNonce,
        ...more,
      });
      return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce } };
    },
    open: async ({ url }, cookie) => {
      const answer = await app.request(url, { headers: { cookie } });
      return new URL(answer.headers.get("location") ?? "about:blank", origin);
    },
    finish: (way, answer) => authorizationCodeGrant(config, answer, { ...way.checks, idTokenExpected: true }),
  };
}

/** Signs somebody in there, whole. */
export async function signIn(party: TestRelyingParty, cookie: string): Promise<TokenSet> {
  const way = await party.begin();
  return party.finish(way, await party.open(way, cookie));
}

/** What a call of the library was refused with; a 401 with the scheme that is asked for. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ResponseBodyError) return error.error;
  if (error instanceof WWWAuthenticateChallengeError) return `401 ${error.cause[0]?.scheme}`;
  if (error instanceof AuthorizationResponseError) return error.error;
  throw error instanceof Error ? error : new Error("nothing was refused");
}
