import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Email } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { effectOfCase, type GrantedRequest } from "../desk/grant-effect.ts";
import { isReportedLost } from "../desk/judge-filing.ts";
import { findRegisteredAs } from "../desk/registered-as.ts";
import { tellRequest } from "../desk/tell-request.ts";
import { judgeGrant } from "../judge-grant.ts";
import { isSameEmail } from "../registration-facts.ts";
import { readDecision, type Decision } from "../registration-decision.ts";
import type { DecideRequestRefusal, GrantRefusal, RequestDecided } from "../request-refusal.ts";
import { actAsSystem } from "../store/act-as-system.ts";
import { findEmailOwner } from "../store/holder-email.ts";
import { findHolding, lockHolding } from "../store/holding.ts";
import { findRequest, lockRequest, saveRequest, type KeptRequest } from "../store/service-request.ts";

/**
 * The central office grants a request, which takes effect at once, or refuses it with a reason: the petition ends in the
 * same transaction. Mailed either way. Refuses another office's as not found, one that was decided or withdrawn (of two
 * registrars at once the second), one that the same registrar entered from paper (four eyes see what ends a key), and a
 * grant whose grounds are not there, in which case nothing at all happened.
 */
export async function decideRequest(
  ports: Ports,
  actor: Staff,
  input: { readonly requestId: string; readonly decision: Decision },
): Promise<Result<undefined, DecideRequestRefusal>> {
  if (!isUuid(input.requestId)) return refuse({ kind: "request_not_found" });
  const decision = readDecision(input.decision);
  if (input.decision.kind === "approve" && (await isEmailTaken(ports, actor, input.requestId)))
    return refuse({ kind: "email_taken" });
  return ports.db.as(actor, async (tx) => {
    const request = await lockRequest(ports, tx, input.requestId);
    if (request?.issuerId !== actor.agencyId || request.petitionId === null)
      return refuse({ kind: "request_not_found" });
    if (request.requester === "office" && request.requesterId === actor.staffId)
      return refuse({ kind: "entered_by_you" });
    const petition = await findPetition(tx, request.issuerId, request.petitionId);
    if (!petition) throw new Error("a request of no petition");
    if (request.state !== "sent" || petition.status === "completed")
      return refuse({ kind: "request_decided" });
    if (!decision.ok) {
      const { refusal } = decision;
      if (refusal.kind === "reason_missing" || refusal.kind === "reason_long") return refuse(refusal);
      throw new Error(`a decision that was not read: ${refusal.kind}`);
    }
    const granted = await lockGranted(ports, tx, request);
    const isGrant = decision.value.kind === "approve";
    const may = isGrant ? await mayGrant(ports, tx, granted) : ok();
    if (!may.ok) return may;
    const reason = decision.value.kind === "refuse" ? decision.value.reason : null;
    const ended = await endPetition(ports, tx, actor, petition, reason);
    if (!ended.ok) return ended;
    await keepDecision(ports, tx, actor, request, reason);
    await actAsSystem(tx);
    if (isGrant) await effectOfCase[request.case](ports, tx, actor, granted);
    await tellRequest(ports, tx, request, isGrant ? "seat_request_granted" : "seat_request_refused");
    return ok();
  });
}

/** The new address may have become another's since it was asked for; staff do not read whose address is whose. */
function isEmailTaken(ports: Ports, { agencyId }: Staff, requestId: string): Promise<boolean> {
  return ports.db.as(requestSystem, async (tx) => {
    const request = await findRequest(ports, tx, requestId);
    if (request?.issuerId !== agencyId || request.facts.newEmail === "") return false;
    const owner = await findEmailOwner(ports, tx, request.facts.newEmail as Email);
    const whose = await findHolding(ports, tx, request.successorId ?? request.holdingId);
    return owner !== null && owner !== whose?.personId;
  });
}

async function lockGranted(ports: Ports, tx: Tx, request: KeptRequest): Promise<GrantedRequest> {
  const holding = await lockHolding(ports, tx, request.holdingId);
  if (!holding) throw new Error("a request about nobody");
  const { successorId } = request;
  const successor = successorId === null ? null : await lockHolding(ports, tx, successorId);
  const registered = successor && (await findRegisteredAs(ports, tx, successor.id));
  return { request, holding, successor, registered };
}

async function mayGrant(
  ports: Ports,
  tx: Tx,
  { request, holding, successor, registered }: GrantedRequest,
): Promise<Result<undefined, GrantRefusal>> {
  return judgeGrant({
    case: request.case,
    holdingState: holding.state,
    successorState: successor?.state ?? null,
    isSignedByHead: request.headSigned !== null,
    isReportedLost: request.case === "phone_lost" && (await isReportedLost(ports, tx, holding.id)),
    isCalled: request.calledAt !== null,
    isEmailProven: request.emailProvenAt !== null,
    hasEmail: holding.facts.email !== null,
    isSuccessorElsewhere:
      registered !== null &&
      registered.email !== null &&
      !isSameEmail(registered.email, request.facts.newEmail),
  });
}

/**
 * Received, if it was not yet, and ended: by the registrar who decides. Refuses a petition that moved meanwhile, before
 * anything of it is written.
 */
async function endPetition(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  petition: KeptPetition,
  reason: string | null,
): Promise<Result<undefined, RequestDecided>> {
  const first =
    petition.status === "submitted" ? ({ step: "received", officerId: actor.staffId } as const) : null;
  const seen = petition.version;
  const received = first && (await takeStep(ports, tx, actor, { petition, seen, ...first }));
  if (received && !received.ok) return refuse({ kind: "request_decided" });
  const from = received ? received.value : petition;
  const ended = await takeStep(ports, tx, actor, {
    ...{ petition: from, seen: from.version, step: "completed" },
    outcome: reason === null ? "granted" : "refused",
    words: reason === null ? {} : { text: reason },
  });
  if (ended.ok) return ok();
  if (received) throw new Error(`a petition that was just received does not end: ${ended.refusal.kind}`);
  return refuse({ kind: "request_decided" });
}

async function keepDecision(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  request: KeptRequest,
  reason: string | null,
): Promise<void> {
  const decided = { decidedBy: actor.staffId, decidedAt: ports.clock.now() };
  const office = reason === null ? {} : { office: { ...request.office, reason } };
  const state = reason === null ? "granted" : "refused";
  await saveRequest(ports, tx, request, { state, ...decided, ...office });
  const { agencyId, id: subjectId, seatId, case: of } = request;
  const action = `service_request.${state}`;
  await record(ports, tx, { action, actor, agencyId, subjectId, refs: { seatId, case: of } });
}
