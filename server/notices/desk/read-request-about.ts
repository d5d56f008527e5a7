import { emailCodeMs } from "../../credentials/email-code.ts";
import type { RequestNoticeKind } from "../../credentials/request-notice.ts";
import type { SeatDetails } from "../../credentials/seat-notice.ts";
import { changesHolder } from "../../credentials/service-request.ts";
import { findRequest, type KeptRequest } from "../../credentials/store/service-request.ts";
import { otpDigits } from "../../identity/otp.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";
import type { ToldRequest } from "../staff-subject.ts";

/**
 * Reads what is told of a request for service, and where it goes: to the address in the form where that is whom it is
 * for, else to the one on record. Null: there is no such request, or the code was used or took its time.
 */
export async function readRequestAbout(
  ports: Ports,
  tx: Tx,
  kind: RequestNoticeKind,
  refs: Readonly<Record<string, unknown>>,
): Promise<(SeatDetails & { readonly to?: string }) | null> {
  const request = await findRequest(ports, tx, refOf(refs, "requestId"));
  const petition = request?.petitionId && (await findPetition(tx, request.issuerId, request.petitionId));
  if (!petition) return null;
  const { facts, office, emailCodeId, emailCodeAt } = request;
  const told = { number: petition.number, case: request.case, waitsForHead: waitsForHead(request, petition) };
  if (kind === "seat_request_code") {
    if (emailCodeId !== refOf(refs, "codeId") || emailCodeAt === null) return null;
    const expiresAt = new Date(emailCodeAt.getTime() + emailCodeMs);
    if (ports.clock.now() >= expiresAt) return null;
    return { to: facts.newEmail, code: { digits: otpDigits(ports.keys.otp, emailCodeId), expiresAt } };
  }
  const to = changesHolder(request.case) ? { to: facts.newEmail } : {};
  const said = kind === "seat_request_refused" && office.reason !== undefined ? { said: office.reason } : {};
  return { ...to, request: { ...told, ...said } };
}

/** True while the signature of a head is all that the central office waits for. */
function waitsForHead({ state, headSigned }: KeptRequest, { outcome }: KeptPetition): boolean {
  return state === "sent" && outcome === null && headSigned === null;
}

/** A request as a member of staff is told of it; null: there is none. */
export async function findToldRequest(ports: Ports, tx: Tx, requestId: string): Promise<ToldRequest | null> {
  const request = await findRequest(ports, tx, requestId);
  const petition = request?.petitionId && (await findPetition(tx, request.issuerId, request.petitionId));
  if (!petition) return null;
  const { number } = petition;
  return { id: requestId, number, case: request.case, waitsForHead: waitsForHead(request, petition) };
}
