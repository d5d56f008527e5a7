import { record } from "../../audit/store.ts";
import type { Limit } from "../../identity/limit.ts";
import { otpDigits, parseOtp } from "../../identity/otp.ts";
import { countUp } from "../../identity/store/limit.ts";
import type { Holder } from "../../kernel/actor.ts";
import type { Email } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { requestSystem } from "../desk/file-request.ts";
import { tellRequest } from "../desk/tell-request.ts";
import { emailStopMs, judgeNewCode, openCode, wrongCodesBeforeStop } from "../email-code.ts";
import type {
  ProveRequestEmailRefusal,
  RequestDecided,
  RequestNotFound,
  SendRequestCodeRefusal,
} from "../request-refusal.ts";
import { findEmailOwner } from "../store/holder-email.ts";
import { lockRequest, saveRequest, type KeptRequest } from "../store/service-request.ts";

/** Codes one seat has mailed in a day, whatever requests and addresses: it is no sender of mails to strangers. */
const codesADay = { name: "request_email_codes", most: 5, seconds: 24 * 60 * 60 } as const satisfies Limit;

type Open = Result<KeptRequest, RequestNotFound | RequestDecided>;

/**
 * Mails six digits to the new address of one's own request (8). Refuses another's as not found, one that was decided or
 * whose address is proven, a second code within a minute or after too many wrong ones, and a sixth of a seat in a day.
 * Whose address it is already is not told: its owner gets the mail.
 */
export async function sendRequestCode(
  ports: Ports,
  actor: Holder,
  requestId: string,
): Promise<Result<undefined, SendRequestCodeRefusal>> {
  return ports.db.as(requestSystem, async (tx) => {
    const open = await lockOwn(ports, tx, actor, requestId);
    if (!open.ok) return open;
    const now = ports.clock.now();
    const judged = judgeNewCode(standingOf(open.value), now);
    if (!judged.ok) return judged;
    const { seatId } = open.value;
    if ((await countUp(tx, codesADay, seatId, now)) > codesADay.most) return refuse({ kind: "codes_many" });
    const codeId = ports.random.uuid();
    const kept = { emailCodeId: codeId, emailCodeAt: now, emailCodeWrong: judged.value.wrong };
    await saveRequest(ports, tx, open.value, kept);
    await tellRequest(ports, tx, open.value, "seat_request_code", codeId);
    return ok();
  });
}

/** Proves the new address by the code that was mailed there. Refuses a wrong one (the tenth stops for a day), an old one, and an address of somebody else, whose code opens nothing any more. */
export async function proveRequestEmail(
  ports: Ports,
  actor: Holder,
  { requestId, code: text }: { readonly requestId: string; readonly code: string },
): Promise<Result<undefined, ProveRequestEmailRefusal>> {
  const typed = parseOtp(text);
  if (!typed.ok) return typed;
  return ports.db.as(requestSystem, async (tx) => {
    const open = await lockOwn(ports, tx, actor, requestId);
    if (!open.ok) return open;
    const request = open.value;
    const now = ports.clock.now();
    const code = openCode(standingOf(request), now);
    if (!code.ok) return code;
    const bytes = (digits: string) => new TextEncoder().encode(digits);
    if (!sameBytes(bytes(typed.value), bytes(otpDigits(ports.keys.otp, code.value))))
      return keepWrong(ports, tx, request, now);
    const owner = await findEmailOwner(ports, tx, request.facts.newEmail as Email);
    if (owner !== null && owner !== actor.personId) {
      await saveRequest(ports, tx, request, { emailCodeId: null });
      return refuse({ kind: "email_taken" });
    }
    await saveRequest(ports, tx, request, { emailProvenAt: now, emailCodeId: null, emailCodeWrong: 0 });
    const action = "service_request.email_proven";
    await record(ports, tx, { action, actor, subjectId: request.id });
    return ok();
  });
}

async function keepWrong(
  ports: Ports,
  tx: Tx,
  request: KeptRequest,
  now: Date,
): Promise<Result<undefined, ProveRequestEmailRefusal>> {
  const { emailCodeWrong: wrong, emailCodeAt: sentAt } = request;
  await saveRequest(ports, tx, request, { emailCodeWrong: wrong + 1 });
  const left = wrongCodesBeforeStop - wrong - 1;
  if (left > 0) return refuse({ kind: "email_code_wrong", left });
  return refuse({ kind: "email_code_stopped", until: new Date((sentAt ?? now).getTime() + emailStopMs) });
}

async function lockOwn(ports: Ports, tx: Tx, { holdingId }: Holder, requestId: string): Promise<Open> {
  const request = isUuid(requestId) ? await lockRequest(ports, tx, requestId) : null;
  if (request?.holdingId !== holdingId || request.case !== "email_changed")
    return refuse({ kind: "request_not_found" });
  const isOpen = request.state === "sent" && request.emailProvenAt === null;
  return isOpen ? ok(request) : refuse({ kind: "request_decided" });
}

function standingOf({ emailCodeId, emailCodeAt, emailCodeWrong }: KeptRequest) {
  return { codeId: emailCodeId, sentAt: emailCodeAt, wrong: emailCodeWrong };
}
