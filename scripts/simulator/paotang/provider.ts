import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { exportJWK, generateKeyPair } from "jose";
import { interactionPolicy, Provider, type Configuration, type JWK } from "oidc-provider";
import type { Credentials } from "../options.ts";
import { neededItems, paotangPage, type PaotangTyped } from "./consent-page.tsx";

export interface PaotangStandInOptions {
  /** The issuer: an address whose path all of the provider's paths stand under. */
  readonly issuer: string;
  readonly client: Credentials;
  /** Which addresses people may be sent back to. */
  readonly mayReturnTo: (redirectUri: string) => boolean;
}

/** Under which path of the simulator the bank's app stands. */
export const paotangPath = "/simulator/paotang";

/** What the app sends back when it is not a yes. */
const errors: Readonly<Record<string, string>> = {
  no: "access_denied",
  pending: "identity_pending",
  fault: "server_error",
};

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/**
 * เป๋าตัง as far as its client meets it: a real OpenID provider (code flow, PKCE by S256 demanded, ES256), its page of
 * consent with items that are needed, a no, "รอการยืนยันตัวตนเพิ่มเติม" and a fault of the bank's.
 */
export async function makePaotangStandIn(options: PaotangStandInOptions): Promise<{ handle: Handler }> {
  const people = new Map<string, PaotangTyped>();
  const path = new URL(options.issuer).pathname.replace(/\/$/, "");
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: "ES256", use: "sig" } as JWK;
  const provider = new Provider(options.issuer, {
    ...configurationOf(options, people, path),
    jwks: { keys: [key] },
  });
  (provider.Client.prototype as { redirectUriAllowed: (uri: string) => boolean }).redirectUriAllowed = (
    uri,
  ) => options.mayReturnTo(uri);
  const callback = provider.callback();
  return {
    handle: (incoming, outgoing) => {
      const below = (incoming.url ?? "").slice(path.length);
      if (below.startsWith("/interaction/")) return void ask(provider, people, incoming, outgoing);
      // The provider learns from both where it is mounted.
      Object.assign(incoming, { originalUrl: incoming.url, url: below === "" ? "/" : below });
      void callback(incoming, outgoing);
    },
  };
}

/** The page that stands for the app on the phone: whose it is, what they agree to, and how it goes. */
async function ask(
  provider: Provider,
  people: Map<string, PaotangTyped>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(incoming, outgoing).catch(() => null);
  const send = (status: number, html: string) => {
    outgoing.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    outgoing.end(html);
  };
  if (!details) return send(400, paotangPage({ kind: "over" }));
  if (incoming.method !== "POST") return send(200, paotangPage({ kind: "ask", typed: null, faults: [] }));
  const form = new URLSearchParams(Buffer.concat((await incoming.toArray()) as Buffer[]).toString("utf8"));
  const error = errors[form.get("answer") ?? ""];
  if (error) return provider.interactionFinished(incoming, outgoing, { error });
  const typed = { pid: (form.get("pid") ?? "").replace(/\D/g, ""), name: form.get("name") ?? "" };
  const ticked = form.getAll("item");
  const faults = [
    ...(typed.pid.length === 13 ? [] : ["pid" as const]),
    ...(neededItems.every((item) => ticked.includes(item)) ? [] : ["items" as const]),
  ];
  if (faults.length > 0) return send(422, paotangPage({ kind: "ask", typed, faults }));
  const accountId = createHash("sha256").update(typed.pid).digest("hex").slice(0, 32);
  people.set(accountId, typed);
  const { params } = details;
  const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  const grantId = await grant.save();
  const login = { accountId, remember: false };
  await provider.interactionFinished(incoming, outgoing, { login, consent: { grantId } });
}

function configurationOf(
  { client }: PaotangStandInOptions,
  people: ReadonlyMap<string, PaotangTyped>,
  path: string,
): Configuration {
  const policy = interactionPolicy.base();
  const asked = new interactionPolicy.Check("asked_each_time", "the person is asked each time", (context) =>
    context.oidc.result ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
  );
  policy.get("login")?.checks.add(asked);
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
    claims: { openid: ["sub"], profile: ["given_name", "family_name"], citizen_id: ["citizen_id"] },
    scopes: ["openid", "profile", "citizen_id"],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
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
      const [given = "", ...rest] = person.name.trim().split(/\s+/);
      const told = {
        ...{ sub: accountId, citizen_id: person.pid },
        ...{ given_name: given, family_name: rest.join(" ") },
      };
      return { accountId, claims: () => Promise.resolve(told) };
    },
  };
}
