import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Client } from "./client.ts";
import type { AuthorizationError } from "./openid-error.ts";
import type { Parameters } from "./parameters.ts";
import { isChallenge } from "./pkce.ts";
import { readScopes, type OpenIdScope } from "./scope.ts";

/** Who asks that somebody signs in, for what, and where they are sent back. */
export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly OpenIdScope[];
  readonly state: string | null;
  readonly nonce: string | null;
  /** The S256 challenge of the code's verifier. */
  readonly challenge: string;
  readonly prompt: Prompt | null;
  /** Seconds the sign-in may lie back; null: as long as its session lives. */
  readonly maxAge: number | null;
}

/** `none`: nothing may be asked. `login`: whoever is signed in proves themselves anew. */
export const prompts = ["none", "login"] as const;
export type Prompt = (typeof prompts)[number];

export const shownRefusals = ["client_unknown", "redirect_unknown"] as const;
/** The way back itself is not known: the person is told, and nobody is sent anywhere. */
export interface ShownRefusal {
  readonly kind: (typeof shownRefusals)[number];
}

/** The way back is known: the relying party is told. */
export interface ToldRefusal {
  readonly kind: "told";
  readonly error: AuthorizationError;
  readonly description: string;
}

/** Where an answer goes, with the relying party's own state. */
export interface WayBack {
  readonly redirectUri: string;
  readonly state: string | null;
}

/** Finds the way back: an address registered for that client, letter by letter. Refuses every other. */
export function readWayBack(sent: Parameters, client: Client | null): Result<WayBack, ShownRefusal> {
  if (!client || client.endedAt !== null) return refuse({ kind: "client_unknown" });
  const redirectUri = sent.value("redirect_uri");
  if (redirectUri === null || !client.redirectUris.includes(redirectUri))
    return refuse({ kind: "redirect_unknown" });
  return ok({ redirectUri, state: sent.value("state") });
}

const longestState = 1_000;
const longestNonce = 500;
const unsupported = {
  request: "request_not_supported",
  request_uri: "request_uri_not_supported",
  registration: "registration_not_supported",
} as const;

/**
 * Judges the rest of a request (OpenID Connect Core 3.1.2.2, RFC 7636): the code flow alone, `openid` in the scope, an
 * S256 challenge, no parameter twice, none that is too long. What we do not know is passed over.
 */
export function judgeRequest(
  sent: Parameters,
  { redirectUri, state }: WayBack,
): Result<AuthorizationRequest, ToldRefusal> {
  const wrong = faultIn(sent);
  if (wrong) return refuse({ kind: "told", ...wrong });
  const prompt = readPrompt(sent.value("prompt"));
  const maxAge = readMaxAge(sent.value("max_age"));
  if (prompt === "wrong") return told("invalid_request", "prompt is not supported, or none beside others");
  if (maxAge === "wrong") return told("invalid_request", "max_age is a number of seconds");
  return ok({
    clientId: sent.value("client_id") ?? "",
    redirectUri,
    scopes: readScopes(sent.value("scope") ?? ""),
    state,
    nonce: sent.value("nonce"),
    challenge: sent.value("code_challenge") ?? "",
    prompt,
    maxAge,
  });
}

interface Fault {
  readonly error: AuthorizationError;
  readonly description: string;
}

function told(error: AuthorizationError, description: string) {
  return refuse({ kind: "told" as const, error, description });
}

function faultIn(sent: Parameters): Fault | null {
  const fault = (error: AuthorizationError, description: string) => ({ error, description });
  const is = (name: string, value: string) => sent.value(name) === value;
  const longer = (name: string, most: number) => (sent.value(name)?.length ?? 0) > most;
  if (sent.twice.size > 0) return fault("invalid_request", "a parameter is sent twice");
  for (const [name, error] of Object.entries(unsupported)) {
    if (sent.value(name) !== null) return fault(error, `${name} is not supported`);
  }
  if (!is("response_type", "code")) return fault("unsupported_response_type", "response_type is code");
  if (sent.value("response_mode") !== null && !is("response_mode", "query"))
    return fault("invalid_request", "response_mode is query");
  if (!readScopes(sent.value("scope") ?? "").includes("openid"))
    return fault("invalid_scope", "scope has openid");
  if (!is("code_challenge_method", "S256") || !isChallenge(sent.value("code_challenge") ?? ""))
    return fault("invalid_request", "PKCE is required: code_challenge with code_challenge_method S256");
  if (longer("state", longestState) || longer("nonce", longestNonce))
    return fault("invalid_request", "state or nonce is too long");
  return null;
}

/** `consent` asks for nothing we have and `select_account` for the sign-in itself. */
function readPrompt(text: string | null): Prompt | null | "wrong" {
  const asked = (text ?? "").split(" ").filter((each) => each !== "");
  if (!asked.every((each) => ["none", "login", "consent", "select_account"].includes(each))) return "wrong";
  if (asked.includes("none")) return asked.length === 1 ? "none" : "wrong";
  return asked.includes("login") || asked.includes("select_account") ? "login" : null;
}

function readMaxAge(text: string | null): number | null | "wrong" {
  if (text === null) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : "wrong";
}

/**
 * True when a sign-in of `factorAt` answers a request made at `askedAt`: at or after it where the request wants a new one,
 * and else, at `now`, not longer ago than it allows (OpenID Connect Core 3.1.2.1). One that was made for the request is
 * good for it though max_age be 0.
 */
export function isFreshEnough(
  { prompt, maxAge }: Pick<AuthorizationRequest, "prompt" | "maxAge">,
  factorAt: Date,
  { askedAt, now }: { readonly askedAt: Date; readonly now: Date },
): boolean {
  if (factorAt >= askedAt) return true;
  const age = (now.getTime() - factorAt.getTime()) / 1000;
  return prompt !== "login" && (maxAge === null || age <= maxAge);
}

/** The address people are sent back to, with the answer in its query and who gives it (RFC 9207). */
export function answerAddress(
  { redirectUri, state }: WayBack,
  issuer: string,
  answer: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  const told = { ...answer, ...(state === null ? {} : { state }), iss: issuer };
  for (const [name, value] of Object.entries(told)) url.searchParams.append(name, value);
  return url.href;
}
