import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findWhoElseApproves } from "../desk/may-approve.ts";
import { sendPasswordLink } from "../desk/send-password-link.ts";
import { takeSeat } from "../desk/take-seat.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import { readDecision, type Decision, type DecisionRefusal } from "../registration-decision.ts";
import { lockHolding, saveHolding, type KeptHolding } from "../store/holding.ts";
import { lockRegistration, saveRegistration, type KeptRegistration } from "../store/registration.ts";
import { findHolderLine } from "../store/holder-line.ts";
import { findBoundEmail } from "../store/service-request.ts";

interface Sent {
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration;
}

/**
 * Approves or refuses a registration (flows T2, step 4), for the office that issued the seat. Approved: the seat is
 * theirs, and whoever held it before is out. Refused: the holder reads why, corrects it and sends it again. Both are told.
 * Of two registrars at once the second is told that it was decided. Refuses another office's as not found, and to
 * approve an address other than the one a granted change of holder gave; whoever opened the holder's sealed letter does not
 * approve it either, and is told who may.
 */
export async function decideRegistration(
  ports: Ports,
  actor: Staff,
  input: { readonly holdingId: string; readonly decision: Decision },
): Promise<Result<{ readonly inLine: boolean }, DecisionRefusal>> {
  if (!isUuid(input.holdingId)) return refuse({ kind: "registration_not_found" });
  const decision = readDecision(input.decision);
  return ports.db.as({ kind: "gate" }, async (tx) => {
    const holding = await lockHolding(ports, tx, input.holdingId);
    if (holding?.issuerId !== actor.agencyId) return refuse({ kind: "registration_not_found" });
    const registration = await lockRegistration(ports, tx, holding.id);
    if (!registration?.sentAt) return refuse({ kind: "registration_not_found" });
    if (registration.state !== "sent" || holding.state !== "named")
      return refuse({ kind: "registration_decided" });
    if (!decision.ok) return decision;
    const bound = await findBoundEmail(ports, tx, holding.id);
    if (decision.value.kind === "approve" && bound !== null && bound !== holding.facts.email)
      return refuse({ kind: "email_bound" });
    const others = await findWhoElseApproves(ports, tx, actor, holding.id);
    if (decision.value.kind === "approve" && others !== null)
      return refuse({ kind: "letter_opened_by_you", others });
    const sent = { holding, registration };
    if (decision.value.kind === "approve") await approve(ports, tx, actor, sent);
    else await refuseIt(ports, tx, actor, sent, decision.value.reason);
    return ok({ inLine: (await findHolderLine(tx, holding.id)) !== null });
  });
}

/** Why it was refused before stays with it, for the auditor. */
async function approve(ports: Ports, tx: Tx, actor: Staff, { holding, registration }: Sent): Promise<void> {
  const decided = { decidedBy: actor.staffId, decidedAt: ports.clock.now() };
  await saveRegistration(ports, tx, registration, { state: "approved", ...decided });
  await write(ports, tx, actor, holding, "token_registration.approved");
  await takeBackPassword(ports, tx, holding);
  const taken = await takeSeat(ports, tx, actor, holding);
  if (taken === "waits") {
    const refs = { day: holding.startsOn };
    await tellHolder(ports, tx, holding, "seat_registration_approved", refs);
  }
}

/**
 * A password that somebody else made (the sealed letter) ends with the approval: whoever read it would make a key in the
 * holder's place. The link goes to the address the holder proved (rules of the Soft Token, section 3; flows T5).
 */
async function takeBackPassword(ports: Ports, tx: Tx, holding: KeptHolding): Promise<void> {
  if (!holding.mustChangePassword) return;
  await saveHolding(ports, tx, holding, { passwordHash: null, passwordSetAt: null });
  await sendPasswordLink(ports, tx, holding, "anew");
}

async function refuseIt(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { holding, registration }: Sent,
  reason: string,
): Promise<void> {
  const decided = { decidedBy: actor.staffId, decidedAt: ports.clock.now() };
  await saveRegistration(ports, tx, registration, { state: "refused", reason, ...decided });
  await write(ports, tx, actor, holding, "token_registration.refused");
  await tellHolder(ports, tx, holding, "seat_registration_refused");
}

/** Stands in the record of the agency whose seat it is. */
async function write(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  { id, agencyId, personId, seatId }: KeptHolding,
  action: string,
): Promise<void> {
  await record(ports, tx, { action, actor, agencyId, personId, subjectId: id, refs: { seatId } });
}
