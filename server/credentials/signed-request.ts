import type { Requester, RequestFacts, ServiceCase } from "./service-request.ts";

export interface SignedRequest {
  readonly id: string;
  readonly case: ServiceCase;
  readonly requester: Requester;
  readonly holdingId: string;
  readonly successorId: string | null;
  readonly facts: RequestFacts;
}

/** What requester and head sign: every part of the form they saw, in one order, so that a change of any is seen. */
export function requestText({
  id,
  case: of,
  requester,
  holdingId,
  successorId,
  facts,
}: SignedRequest): string {
  const { payingUnit, agency, name, citizenId, registeredEmail, mobile } = facts;
  const { division, ministry, userCode, said, newEmail } = facts;
  return JSON.stringify([
    "pratu/service-request/1",
    ...[id, of, requester, holdingId, successorId],
    ...[payingUnit, agency, name, citizenId, registeredEmail, mobile],
    ...[division, ministry, userCode, said, newEmail],
  ]);
}

/** A request as it goes to a phone: whole but for number and registered address, which the page does not show either. */
export interface PhoneSignedRequest extends Omit<SignedRequest, "facts"> {
  readonly facts: Omit<RequestFacts, "citizenId" | "registeredEmail">;
  /** The SHA-256 of `requestText`, base64url: what is left out is bound by it. */
  readonly whole: string;
}

/** What goes to the phone of a request that is to be signed there. */
export function forPhone(request: SignedRequest, whole: string): PhoneSignedRequest {
  const { id, case: of, requester, holdingId, successorId } = request;
  const { payingUnit, agency, name, mobile, division, ministry, userCode, said, newEmail } = request.facts;
  const facts = { payingUnit, agency, name, mobile, division, ministry, userCode, said, newEmail };
  return { id, case: of, requester, holdingId, successorId, facts, whole };
}

/** What a key on a phone signs: the words the page shows, and the hash of the whole form. */
export function phoneRequestText(request: PhoneSignedRequest): string {
  const { id, case: of, requester, holdingId, successorId, facts, whole } = request;
  const { payingUnit, agency, name, mobile, division, ministry, userCode, said, newEmail } = facts;
  return JSON.stringify([
    "pratu/service-request/phone/1",
    ...[whole, id, of, requester, holdingId, successorId],
    ...[payingUnit, agency, name, mobile, division, ministry, userCode, said, newEmail],
  ]);
}
