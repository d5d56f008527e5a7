import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { idTokenClaims } from "../claims.ts";
import type { ClientProof } from "../client-proof.ts";
import { accessTokenHash, challengeOf, drawSecret, hashOfSecret, sidOf, subjectOf } from "../desk/opaque.ts";
import { proveClient } from "../desk/prove-client.ts";
import { signClaims } from "../desk/signing.ts";
import { endsGrant, faultOfCode, tokenSeconds, type CodeFault, type Grant } from "../grant.ts";
import type { TokenError, TokenRefusal } from "../openid-error.ts";
import { isVerifier } from "../pkce.ts";
import type { SignedInSeat } from "../signed-in-seat.ts";
import { lockGrantOfCode, revokeGrant, useGrant } from "../store/grant.ts";
import { findSignedInSeat } from "../store/seat.ts";

/** What a relying party gets for a code (RFC 6749 5.1, OpenID Connect Core 3.1.3.3), by the names of its answer. */
export interface Tokens {
  readonly access_token: string;
  readonly token_type: "Bearer";
  readonly expires_in: number;
  readonly id_token: string;
  readonly scope: string;
}

export interface ExchangeInput {
  readonly issuer: string;
  readonly proof: ClientProof;
  readonly code: string;
  readonly redirectUri: string | null;
  /** The verifier of PKCE; null: none was sent. */
  readonly verifier: string | null;
}

/**
 * Exchanges a code for an ID token and an access token, once. Refuses a client that does not prove itself, a code that is
 * none, another client's, over or brought with another address or verifier, and a seat whose session has ended meanwhile.
 * A code that comes a second time, or with a wrong verifier, is in the wrong hands: its grant ends with every token made of
 * it, and the audit says so.
 */
export async function exchangeCode(
  ports: Ports,
  actor: Gate,
  input: ExchangeInput,
): Promise<Result<Tokens, TokenRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const client = await proveClient(ports, tx, input.proof, input.issuer);
    if (!client) return refusal("invalid_client", "the client does not prove itself");
    const grant = await lockGrantOfCode(tx, hashOfSecret(input.code));
    if (!grant) return refusal("invalid_grant", "no such code");
    const fault = faultOfCode(grant, { clientId: client.id, ...broughtOf(input) }, ports.clock.now());
    if (fault) return refuseCode(ports, tx, grant, fault);
    const seat = await findSignedInSeat(ports, tx, grant.sessionId);
    if (!seat) return refusal("invalid_grant", "the person has signed out");
    return ok(await giveTokens(ports, tx, { grant, seat, issuer: input.issuer }));
  });
}

function broughtOf({ redirectUri, verifier }: ExchangeInput) {
  const challenge = verifier !== null && isVerifier(verifier) ? challengeOf(verifier) : null;
  return { redirectUri, challenge };
}

const descriptions = {
  reused: "the code was used before",
  foreign: "no such code",
  over: "the code is over",
  redirect: "redirect_uri is another than the one asked with",
  verifier: "code_verifier does not fit",
} as const satisfies Record<CodeFault, string>;

async function refuseCode(ports: Ports, tx: Tx, grant: Grant, fault: CodeFault) {
  if (endsGrant(fault)) {
    await revokeGrant(tx, grant.id, ports.clock.now());
    const { personId, clientId: subjectId } = grant;
    const actor = { kind: "gate" } as const;
    await record(ports, tx, { action: "openid.code_misused", actor, personId, subjectId, refs: { fault } });
  }
  return refusal("invalid_grant", descriptions[fault]);
}

async function giveTokens(
  ports: Ports,
  tx: Tx,
  { grant, seat, issuer }: { readonly grant: Grant; readonly seat: SignedInSeat; readonly issuer: string },
): Promise<Tokens> {
  const token = drawSecret(ports);
  const now = ports.clock.now();
  const facts = {
    issuer,
    subject: subjectOf(ports, grant.clientId, seat.personId),
    sid: sidOf(ports, grant.clientId, seat.sessionId),
    accessTokenHash: accessTokenHash(token),
  };
  const idToken = await signClaims(ports, tx, idTokenClaims(facts, grant, seat, now));
  await useGrant(tx, grant.id, hashOfSecret(token), now);
  const scope = grant.scopes.join(" ");
  return { access_token: token, token_type: "Bearer", expires_in: tokenSeconds, id_token: idToken, scope };
}

function refusal(kind: TokenError, description: string) {
  return refuse({ kind, description });
}
