import { createHash } from "node:crypto";
import { findAgencyPlace } from "../../agencies/store/office.ts";
import { record } from "../../audit/store.ts";
import { judgeAnswers } from "../../forms/answers.ts";
import type { Actor, SystemActor } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { filePetition } from "../../petitions/desk/file-petition.ts";
import type { KeptPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { holderName } from "../holding.ts";
import { requestDefinition } from "../request-definition.ts";
import type { FileRequestRefusal } from "../request-refusal.ts";
import { changesHolder, type RequestFacts, type SigningWay } from "../service-request.ts";
import { requestText } from "../signed-request.ts";
import {
  findRequestOfKey,
  insertRequest,
  withdrawUnsigned,
  type RequestFile,
} from "../store/service-request.ts";
import type { ReadRequest } from "../typed-request.ts";
import { judgeFiling, type Fitting, type FilingFor } from "./judge-filing.ts";
import { openRequestDesk } from "./open-request-desk.ts";
import { tellSent } from "./tell-request.ts";

export const requestSystem: SystemActor = { kind: "system", job: "service_requests" };

/** A request as it is filed: what was read, and who signed how. */
export interface RequestFiling extends FilingFor {
  /** Made by the caller, for a file that was put beside. */
  readonly id: string;
  readonly dataKey: Uint8Array;
  readonly read: ReadRequest;
  /** Who did it, for the audit. */
  readonly actor: Actor;
  /** The holding or the member of staff. */
  readonly requesterId: string;
  readonly signed: SigningWay;
  readonly keyId: string | null;
  readonly head: { readonly way: SigningWay; readonly id: string | null } | null;
  readonly file: RequestFile | null;
  readonly requestKey: string;
  /** The seat session it is written in; left out: on a phone, or by staff. */
  readonly sessionId?: string | null;
}

/** A request as it is written before anybody signs it. */
export type RequestWriting = Omit<RequestFiling, "signed" | "keyId" | "head" | "file">;

export interface FiledRequest {
  readonly requestId: string;
  /** True: the form came before; what was put beside this one is of no use. */
  readonly isAgain: boolean;
}

/**
 * Files a request for service as a petition of the central office, in one transaction: number, clock, thread and notices
 * are the petition's. The same form sent twice, or twice at once, is one. Refuses what `judgeFiling` refuses. Runs as the
 * system, in whose name the petition is filed: who signed stands in the request, for nobody acts in another's name.
 */
export async function fileRequest(
  ports: Ports,
  tx: Tx,
  filing: RequestFiling,
): Promise<Result<FiledRequest, FileRequestRefusal>> {
  const fitting = await judgeFiling(ports, tx, filing, filing.read, filing.requestKey);
  if (!fitting.ok) return fitting;
  const { holding } = fitting.value;
  const before = await findRequestOfKey(tx, holding.id, filing.requestKey);
  if (before !== null) return ok({ requestId: before, isAgain: true });
  const facts = await factsOf(tx, filing.read, fitting.value);
  const petition = await petitionOf(ports, tx, filing, fitting.value, facts);
  await keep(ports, tx, filing, fitting.value, { facts, petitionId: petition.id });
  const { agencyId, seatId, personId } = holding;
  const refs = { seatId, case: filing.read.case, requester: filing.requester, number: petition.number };
  const { actor, id: subjectId } = filing;
  await record(ports, tx, { action: "service_request.sent", actor, agencyId, personId, subjectId, refs });
  const successorId = fitting.value.successor?.id ?? null;
  const told = { id: filing.id, agencyId, case: filing.read.case, holdingId: holding.id, successorId };
  await tellSent(ports, tx, told, { isSignedByHead: filing.head !== null });
  return ok({ requestId: filing.id, isAgain: false });
}

/**
 * Keeps a request that is to be signed on the phone or by hand: nothing of it is a petition yet, and what was written
 * before for the same case and never signed gives way to it. Refuses what `judgeFiling` refuses. Runs as the system.
 */
export async function writeRequest(
  ports: Ports,
  tx: Tx,
  writing: RequestWriting,
): Promise<Result<FiledRequest, FileRequestRefusal>> {
  const fitting = await judgeFiling(ports, tx, writing, writing.read, writing.requestKey);
  if (!fitting.ok) return fitting;
  const { holding } = fitting.value;
  const before = await findRequestOfKey(tx, holding.id, writing.requestKey);
  if (before !== null) return ok({ requestId: before, isAgain: true });
  await withdrawUnsigned(tx, holding.id, writing.read.case);
  const facts = await factsOf(tx, writing.read, fitting.value);
  const unsigned = { signed: null, keyId: null, head: null, file: null };
  await keep(ports, tx, { ...writing, ...unsigned }, fitting.value, { facts, petitionId: null });
  const { actor, id: subjectId, read, requester } = writing;
  const { agencyId, personId, seatId } = holding;
  const refs = { seatId, case: read.case, requester };
  await record(ports, tx, { action: "service_request.written", actor, agencyId, personId, subjectId, refs });
  return ok({ requestId: writing.id, isAgain: false });
}

/** Parts 1–3: what was typed, and what is known of the seat and of whom it is about. */
async function factsOf(tx: Tx, read: ReadRequest, { holding, about }: Fitting): Promise<RequestFacts> {
  const agency = await findAgencyPlace(tx, holding.agencyId);
  if (!agency) throw new Error("a seat of no agency");
  const { payingUnit, mobile, division, ministry, said, newEmail } = read;
  return {
    ...{ payingUnit, mobile, division, ministry, said, newEmail },
    agency: agency.nameTh,
    name: holderName(about.facts),
    citizenId: about.facts.citizenId,
    registeredEmail: about.facts.email ?? "",
    userCode: holding.userCode,
  };
}

/** The petition a request becomes when it is signed. Runs as the system. */
export async function petitionOf(
  ports: Ports,
  tx: Tx,
  { id, read, requester }: Pick<RequestFiling, "id" | "read" | "requester">,
  { holding, about }: Pick<Fitting, "holding" | "about">,
  facts: RequestFacts,
): Promise<KeptPetition> {
  const service = await openRequestDesk(ports, tx, holding.issuerId);
  const judged = judgeAnswers(requestDefinition.form, answersOf(read, facts), ports.clock.now());
  if (!judged.ok)
    throw new Error(`a request that does not fit its own form: ${JSON.stringify(judged.refusal)}`);
  return filePetition(ports, tx, requestSystem, {
    personId: about.personId,
    service,
    version: service.version ?? 1,
    definition: requestDefinition,
    answers: judged.value.accepted,
    via: requester === "office" ? "counter" : "browser",
    wantsPaper: false,
    requestKey: id,
  });
}

function answersOf(read: ReadRequest, facts: RequestFacts): Readonly<Record<string, string>> {
  const { payingUnit, agency, name, citizenId, registeredEmail, mobile, division, ministry, userCode } =
    facts;
  return {
    ...{ paying_unit: payingUnit, agency, name, citizen_id: citizenId, registered_email: registeredEmail },
    ...{ mobile, division, department: agency, ministry, user_code: userCode, case: read.case },
    ...(changesHolder(read.case) ? { said_change: facts.said } : { said: facts.said }),
    new_email: facts.newEmail,
  };
}

async function keep(
  ports: Ports,
  tx: Tx,
  filing: Omit<RequestFiling, "signed"> & { readonly signed: SigningWay | null },
  { holding, successor }: Fitting,
  { facts, petitionId }: { readonly facts: RequestFacts; readonly petitionId: string | null },
): Promise<void> {
  const { id, requester, head } = filing;
  const { agencyId, issuerId, seatId, id: holdingId } = holding;
  const [successorId, now] = [successor?.id ?? null, ports.clock.now()];
  const text = requestText({ id, case: filing.read.case, requester, holdingId, successorId, facts });
  await insertRequest(ports, tx, {
    ...{ id, agencyId, issuerId, seatId, holdingId, successorId, requester, facts, petitionId },
    sessionId: filing.sessionId ?? null,
    ...{ case: filing.read.case, dataKey: filing.dataKey, file: filing.file, requestKey: filing.requestKey },
    ...{ requesterSigned: filing.signed, requesterId: filing.requesterId, requesterKeyId: filing.keyId },
    ...{ headSigned: head?.way ?? null, headId: head?.id ?? null, headSignedAt: head ? now : null },
    signedHash: createHash("sha256").update(text).digest(),
    sentAt: now,
  });
}
