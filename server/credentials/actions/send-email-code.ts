import { record } from "../../audit/store.ts";
import type { Limit } from "../../identity/limit.ts";
import { countUp } from "../../identity/store/limit.ts";
import type { Gate } from "../../kernel/actor.ts";
import { parseEmail } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { dataStates, openRegistration } from "../desk/open-registration.ts";
import { emailCodeMs, judgeNewCode } from "../email-code.ts";
import type { SendCodeRefusal } from "../registration-refusal.ts";
import { saveRegistration } from "../store/registration.ts";
import { findBoundEmail } from "../store/service-request.ts";

/** Codes one seat has mailed in a day, whatever addresses are typed: it is no sender of mails to strangers. */
const codesADay = {
  ...{ name: "registration_email_codes", most: 10 },
  seconds: 24 * 60 * 60,
} as const satisfies Limit;

/**
 * Mails six digits to the address that is typed in step 3; they are an HMAC of an id and stand nowhere. Those before open
 * nothing any more, but wrong tries stay counted. Refuses what is no address, a second code within a minute or
 * after too many wrong ones, and an eleventh of a seat in a day. Whose address it is already is not told here: its owner gets the mail (`confirmEmailCode`).
 */
export async function sendEmailCode(
  ports: Ports,
  actor: Gate,
  holdingId: string,
): Promise<Result<undefined, SendCodeRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, holdingId, dataStates);
    if (!open.ok) return open;
    const { registration, holding } = open.value;
    const email = parseEmail(registration.facts.typed.email);
    if (!email.ok) return email;
    if (registration.emailProvenAt !== null) return refuse({ kind: "email_proven_already" });
    const bound = await findBoundEmail(ports, tx, holdingId);
    if (bound !== null && bound !== email.value) return refuse({ kind: "email_bound" });
    const now = ports.clock.now();
    const { emailCodeId, emailCodeAt, emailCodeWrong } = registration;
    const standing = { codeId: emailCodeId, sentAt: emailCodeAt, wrong: emailCodeWrong };
    const judged = judgeNewCode(standing, now);
    if (!judged.ok) return judged;
    if ((await countUp(tx, codesADay, holding.seatId, now)) > codesADay.most)
      return refuse({ kind: "codes_many" });
    const codeId = ports.random.uuid();
    const kept = { emailCodeId: codeId, emailCodeAt: now, emailCodeWrong: judged.value.wrong };
    await saveRegistration(ports, tx, registration, kept);
    const { personId, agencyId } = holding;
    await queue(ports, tx, {
      kind: "seat_email_code",
      medium: "mail",
      personId,
      refs: { holdingId, codeId },
      diesAt: new Date(now.getTime() + emailCodeMs),
    });
    const action = "token_registration.email_code_sent";
    await record(ports, tx, { action, actor, agencyId, personId, subjectId: holdingId });
    return ok();
  });
}
