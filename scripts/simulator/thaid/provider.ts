import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { interactionPolicy, Provider, type Configuration, type JWK } from "oidc-provider";
import { consentPage } from "./consent-page.tsx";

export interface ThaIdStandInOptions {
  /** The issuer: an address whose path all of the provider's paths stand under. */
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** Which addresses people may be sent back to. */
  readonly mayReturnTo: (redirectUri: string) => boolean;
}

/** Whoever proves themselves, as ThaID tells of them. */
export interface ThaIdPerson {
  readonly pid: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** ThaID as far as a relying party meets it; answers what stands under its path. */
export interface ThaIdStandIn {
  readonly provider: Provider;
  handle(incoming: IncomingMessage, outgoing: ServerResponse): void;
  /** Signs claims as an ID token of this provider. */
  sign(told: Readonly<Record<string, unknown>>): Promise<string>;
  /** Ends a question with the person's yes, or with their no. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, person: ThaIdPerson | null): Promise<void>;
}

/** Under which path of the simulator ThaID stands. */
export const thaIdPath = "/simulator/thaid";

/** The claims that ThaID gives for a scope of the same name. */
const claims = ["pid", "given_name", "family_name", "ial"] as const;

/**
 * A real OpenID provider with ThaID's ways: ES256, flat claims each under a scope of its own, a state that must be there,
 * no word of PKCE, `expire_in` misspelt and a moment instead of a length, `user_denied` for a no.
 */
export async function makeThaIdStandIn(options: ThaIdStandInOptions): Promise<ThaIdStandIn> {
  const people = new Map<string, ThaIdPerson>();
  const path = new URL(options.issuer).pathname.replace(/\/$/, "");
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const kid = crypto.randomUUID();
  const key = { ...(await exportJWK(privateKey)), kid, alg: "ES256", use: "sig" } as JWK;
  const provider = new Provider(options.issuer, {
    ...configurationOf(options, people, path),
    jwks: { keys: [key] },
  });
  (provider.Client.prototype as { redirectUriAllowed: (uri: string) => boolean }).redirectUriAllowed = (
    uri,
  ) => options.mayReturnTo(uri);
  provider.use(withThaIdWays);
  const callback = provider.callback();
  return {
    provider,
    sign: (told) => new SignJWT({ ...told }).setProtectedHeader({ alg: "ES256", kid }).sign(privateKey),
    handle: (incoming, outgoing) => {
      const below = (incoming.url ?? "").slice(path.length);
      if (below.startsWith("/interaction/")) return void ask(provider, options, incoming, outgoing, answer);
      // The provider learns from both where it is mounted.
      Object.assign(incoming, { originalUrl: incoming.url, url: below === "" ? "/" : below });
      void callback(incoming, outgoing);
    },
    answer,
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, person: ThaIdPerson | null) {
    if (!person) return provider.interactionFinished(incoming, outgoing, { error: "user_denied" });
    const { params } = await provider.interactionDetails(incoming, outgoing);
    const accountId = createHash("sha256").update(person.pid).digest("hex").slice(0, 32);
    people.set(accountId, person);
    const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
    grant.addOIDCScope(String(params["scope"]));
    const grantId = await grant.save();
    await provider.interactionFinished(incoming, outgoing, {
      login: { accountId, remember: false },
      consent: { grantId },
    });
  }
}

function configurationOf(
  { client }: ThaIdStandInOptions,
  people: ReadonlyMap<string, ThaIdPerson>,
  path: string,
): Configuration {
  const policy = interactionPolicy.base();
  // Everybody is asked each time, as the app does.
  policy
    .get("login")
    ?.checks.add(
      new interactionPolicy.Check("asked_each_time", "the person is asked each time", (context) =>
        context.oidc.result
          ? interactionPolicy.Check.NO_NEED_TO_PROMPT
          : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    );
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: ["https://relying-party.invalid/return"],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_basic",
        id_token_signed_response_alg: "ES256",
      },
    ],
    routes: {
      authorization: "/auth/",
      token: "/token/",
      introspection: "/introspect/",
      revocation: "/revoke/",
    },
    claims: Object.fromEntries(claims.map((name) => [name, [name]])),
    scopes: ["openid", ...claims],
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_context, { uid }) => `${path}/interaction/${uid}` },
    cookies: { keys: [crypto.randomUUID()] },
    ttl: {
      AccessToken: 900,
      AuthorizationCode: 60,
      IdToken: 900,
      Interaction: 600,
      Grant: 900,
      Session: 900,
    },
    findAccount: (_context, accountId) => {
      const person = people.get(accountId);
      if (!person) return undefined;
      const { pid, givenName, familyName } = person;
      const told = { sub: accountId, pid, given_name: givenName, family_name: familyName, ial: "2.3" };
      return { accountId, claims: () => Promise.resolve(told) };
    },
  };
}

type Middleware = Parameters<Provider["use"]>[0];

const withThaIdWays: Middleware = async (context, next) => {
  if (context.path === "/auth/" && !context.query["state"]) {
    context.status = 400;
    context.body = { error: "invalid_request", error_description: "state is required" };
    return;
  }
  await next();
  const body = context.body as Record<string, unknown> | undefined;
  if (context.path.endsWith("/.well-known/openid-configuration") && body) {
    delete body["code_challenge_methods_supported"];
  }
  if (context.path === "/token/" && body && typeof body["expires_in"] === "number") {
    const { expires_in: seconds, ...rest } = body;
    context.body = { ...rest, expire_in: Math.floor(Date.now() / 1000) + seconds };
  }
};

/** The page that stands for the app on the phone: whose ThaID it is, and whether they agree. */
async function ask(
  provider: Provider,
  { client }: ThaIdStandInOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: ThaIdStandIn["answer"],
): Promise<void> {
  const details = await provider.interactionDetails(incoming, outgoing).catch(() => null);
  const send = (status: number, html: string) => {
    outgoing.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(html);
  };
  if (!details) return send(400, consentPage({ kind: "over" }));
  if (incoming.method !== "POST")
    return send(200, consentPage({ kind: "ask", client: client.id, pid: "", wrong: false }));
  const form = new URLSearchParams(Buffer.concat((await incoming.toArray()) as Buffer[]).toString("utf8"));
  if (form.get("answer") !== "yes") return answer(incoming, outgoing, null);
  const pid = (form.get("pid") ?? "").replace(/\D/g, "");
  if (pid.length !== 13) return send(422, consentPage({ kind: "ask", client: client.id, pid, wrong: true }));
  const [givenName = "", ...rest] = (form.get("name") ?? "").trim().split(/\s+/);
  return answer(incoming, outgoing, { pid, givenName, familyName: rest.join(" ") });
}
