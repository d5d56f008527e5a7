import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  answerAddress,
  isFreshEnough,
  judgeRequest,
  readWayBack,
  type AuthorizationRequest,
  type ShownRefusal,
} from "../authorization-request.ts";
import type { Client } from "../client.ts";
import { drawSecret, hashOfSecret } from "../desk/opaque.ts";
import { isRequestOpen } from "../grant.ts";
import type { AuthorizationError } from "../openid-error.ts";
import { readParameters } from "../parameters.ts";
import type { SignedInSeat } from "../signed-in-seat.ts";
import { findClient } from "../store/client.ts";
import { insertGrant, insertRequest, lockRequest, spendRequest, type KeptRequest } from "../store/grant.ts";

/** What becomes of a request. */
export type Authorized =
  /** Back to the relying party: with a code, or with what was wrong. */
  | { readonly kind: "back"; readonly address: string; readonly client: ClientNames }
  /** Somebody must sign in at a seat first, or see to it; the request waits under this id. */
  | { readonly kind: "sign_in"; readonly requestId: string }
  /** Somebody is signed in, and the relying party wants them to prove themselves anew. */
  | { readonly kind: "prove_again"; readonly requestId: string; readonly client: ClientNames };

export type ClientNames = Pick<Client, "nameTh" | "nameEn">;

interface Asked {
  readonly issuer: string;
  /** Who is signed in, live; null: nobody. */
  readonly seat: SignedInSeat | null;
  /** True: a first password or an ended certificate must be seen to before this seat opens anything elsewhere. */
  readonly ownFirst: boolean;
}

/**
 * Judges a request of a relying party that somebody signs in there. With a live seat it gives a code at once, for sixty
 * seconds and one use; without, the request waits until its person has signed in. Refuses (to be shown, nobody is sent
 * anywhere) a request that is too long, a client nobody registered, and an address that is not registered for it; all else
 * that is wrong is told to the relying party.
 */
export async function authorize(
  ports: Ports,
  actor: Gate,
  input: Asked & { readonly query: string },
): Promise<Result<Authorized, ShownRefusal | { readonly kind: "request_too_long" }>> {
  const sent = readParameters(input.query);
  if (!sent) return refuse({ kind: "request_too_long" });
  return ports.db.as(actor, async (tx) => {
    const client = await findClient(tx, sent.value("client_id") ?? "");
    const back = readWayBack(sent, client);
    if (!back.ok) return back;
    if (!client) throw new Error("a way back without a client");
    const judged = judgeRequest(sent, back.value);
    if (judged.ok)
      return ok(await answer(ports, tx, { ...input, client, request: judged.value, kept: null }));
    const { error, description } = judged.refusal;
    const told = { error, error_description: description };
    return ok({ kind: "back", client, address: answerAddress(back.value, input.issuer, told) });
  });
}

/** A request that gives no code: it is over, gave one already, or never was. */
export interface RequestOver {
  readonly kind: "request_over";
  /** Who asked, and the address that tells them so; null: not known, or not theirs any more. */
  readonly back: { readonly address: string; readonly client: ClientNames } | null;
}

/**
 * Goes on with a request that waited, once its person comes back from signing in. It is answered with one code: opened
 * again it is spent. Refuses one that is spent, over (half an hour) or never was, and one whose client has been ended or
 * changed meanwhile.
 */
export async function resumeAuthorization(
  ports: Ports,
  actor: Gate,
  input: Asked & { readonly requestId: string },
): Promise<Result<Authorized, RequestOver>> {
  const { requestId } = input;
  if (!isUuid(requestId)) return refuse({ kind: "request_over", back: null });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockRequest(tx, requestId);
    const client = kept && (await findClient(tx, kept.request.clientId));
    const isStillGood =
      client?.endedAt === null && client.redirectUris.includes(kept?.request.redirectUri ?? "");
    if (!kept || !client || !isStillGood) return refuse({ kind: "request_over", back: null });
    const { request } = kept;
    if (isRequestOpen(kept, ports.clock.now()))
      return ok(await answer(ports, tx, { ...input, client, request, kept }));
    const told = { error: "access_denied", error_description: "the request is over" };
    const address = answerAddress(request, input.issuer, told);
    return refuse({ kind: "request_over", back: { address, client } });
  });
}

interface Question extends Asked {
  readonly client: Client;
  readonly request: AuthorizationRequest;
  /** Where the request waits already, and since when; null: it came just now. */
  readonly kept: KeptRequest | null;
}

async function answer(ports: Ports, tx: Tx, question: Question): Promise<Authorized> {
  const { client, request, seat, kept, ownFirst } = question;
  const now = ports.clock.now();
  const askedAt = kept?.madeAt ?? now;
  const isFresh = seat !== null && isFreshEnough(request, seat.factorAt, { askedAt, now });
  if (seat && isFresh && !ownFirst) {
    return client.rights.includes(seat.right)
      ? giveCode(ports, tx, question, seat)
      : backWith(question, "access_denied", "seats of this right may not sign in here");
  }
  if (request.prompt === "none") {
    return seat && ownFirst
      ? backWith(question, "interaction_required", "the person has something to do here first")
      : backWith(question, "login_required", "nobody may be asked, and nobody is signed in, or too long ago");
  }
  const requestId = kept?.id ?? (await keep(ports, tx, request, askedAt));
  return seat && !ownFirst ? { kind: "prove_again", requestId, client } : { kind: "sign_in", requestId };
}

function backWith(
  { client, request, issuer }: Question,
  error: AuthorizationError,
  description: string,
): Authorized {
  const address = answerAddress(request, issuer, { error, error_description: description });
  return { kind: "back", address, client };
}

async function keep(ports: Ports, tx: Tx, request: AuthorizationRequest, madeAt: Date): Promise<string> {
  const id = ports.random.uuid();
  await insertRequest(tx, { id, request, madeAt });
  return id;
}

async function giveCode(
  ports: Ports,
  tx: Tx,
  { client, request, issuer, kept }: Question,
  seat: SignedInSeat,
): Promise<Authorized> {
  if (kept) await spendRequest(tx, kept.id, ports.clock.now());
  const code = drawSecret(ports);
  const { redirectUri, scopes, nonce, challenge } = request;
  const { sessionId, personId, seatId, holdingId, agencyId } = seat;
  await insertGrant(tx, {
    id: ports.random.uuid(),
    clientId: client.id,
    codeHash: hashOfSecret(code),
    ...{ redirectUri, scopes, nonce, challenge, sessionId, personId },
    madeAt: ports.clock.now(),
  });
  await record(ports, tx, {
    action: "openid.signed_in",
    actor: { kind: "holder", agencyId, seatId, holdingId, personId },
    ...{ personId, agencyId },
    subjectId: client.id,
    refs: { session: sessionId },
  });
  return { kind: "back", address: answerAddress(request, issuer, { code }), client };
}
