import { emailCodeMs } from "../../credentials/email-code.ts";
import type { RequestNoticeKind } from "../../credentials/request-notice.ts";
import type { SeatDetails } from "../../credentials/seat-notice.ts";
import { changesHolder } from "../../credentials/service-request.ts";
import { findRequest } from "../../credentials/store/service-request.ts";
import { otpDigits } from "../../identity/otp.ts";
import { findPetition } from "../../petitions/store/petition.ts";
import type { Ports, Tx } from "../../ports.ts";
import { refOf } from "../ref-of.ts";

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
  const told = { number: petition.number, case: request.case };
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

/** A request as a member of staff is told of it; null: there is none. */
export async function findToldRequest(
  ports: Ports,
  tx: Tx,
  requestId: string,
): Promise<{ readonly id: string; readonly number: string } | null> {
  const request = await findRequest(ports, tx, requestId);
  const petition = request?.petitionId && (await findPetition(tx, request.issuerId, request.petitionId));
  return petition ? { id: requestId, number: petition.number } : null;
}
