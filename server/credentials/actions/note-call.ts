import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { readDigits, withoutSeparators } from "../../kernel/digits.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { NoteCallRefusal } from "../request-refusal.ts";
import { callOutcomes, type OfficeCall } from "../service-request.ts";
import { findHolding } from "../store/holding.ts";
import { lockRequest, saveRequest, type KeptRequest } from "../store/service-request.ts";

const longestNote = 500;
/** An office has nine digits, a mobile ten. */
const thaiNumber = /^0[1-9]\d{7,8}$/;

/** A call as the registrar types it. */
export interface TypedCall {
  readonly requestId: string;
  readonly number: string;
  readonly outcome: string;
  readonly note: string;
}

/**
 * The central office writes down that it called back: who, when, which number, whether anybody answered and what was said.
 * Only a call that was answered counts for a grant. Refuses another office's request as not found, one that was decided, a
 * number that is none, and for another e-mail one that only the request tells: who stole a password and wrote the request
 * would be called.
 */
export async function noteCall(
  ports: Ports,
  actor: Staff,
  typed: TypedCall,
): Promise<Result<undefined, NoteCallRefusal>> {
  if (!isUuid(typed.requestId)) return refuse({ kind: "request_not_found" });
  const read = readCall(ports, actor, typed);
  if (!read.ok) return read;
  const call = read.value;
  return ports.db.as(actor, async (tx) => {
    const request = await lockRequest(ports, tx, typed.requestId);
    if (request?.issuerId !== actor.agencyId || request.petitionId === null)
      return refuse({ kind: "request_not_found" });
    if (request.state !== "sent") return refuse({ kind: "request_decided" });
    const isReached = call.outcome === "reached";
    if (isReached && (await isFromRequestAlone(ports, tx, request, call.number)))
      return refuse({ kind: "mobile_of_request" });
    const office = { ...request.office, calls: [...(request.office.calls ?? []), call] };
    const reached = isReached ? { calledBy: actor.staffId, calledAt: ports.clock.now() } : {};
    await saveRequest(ports, tx, request, { office, ...reached });
    const { agencyId, id: subjectId, seatId } = request;
    const refs = { seatId, outcome: call.outcome };
    await record(ports, tx, { action: "service_request.called", actor, agencyId, subjectId, refs });
    return ok();
  });
}

function readCall(
  { clock }: Pick<Ports, "clock">,
  { staffId }: Staff,
  typed: TypedCall,
): Result<OfficeCall, NoteCallRefusal> {
  const number = readDigits(withoutSeparators(typed.number.trim()));
  if (!number.ok || !thaiNumber.test(number.value)) return refuse({ kind: "mobile_wrong" });
  const outcome = callOutcomes.find((each) => each === typed.outcome);
  if (outcome === undefined) return refuse({ kind: "outcome_missing" });
  const note = typed.note.normalize("NFC").trim();
  if (note.length > longestNote) return refuse({ kind: "too_long" });
  return ok({ number: number.value, at: clock.now().toISOString(), staffId, outcome, note });
}

async function isFromRequestAlone(
  ports: Ports,
  tx: Tx,
  request: KeptRequest,
  number: string,
): Promise<boolean> {
  if (request.case !== "email_changed" || number !== digitsOf(request.facts.mobile)) return false;
  const holding = await findHolding(ports, tx, request.holdingId);
  return digitsOf(holding?.facts.mobile ?? "") !== number;
}

function digitsOf(text: string): string {
  const read = readDigits(withoutSeparators(text));
  return read.ok ? read.value : "";
}
