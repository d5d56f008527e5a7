import { record } from "../../audit/store.ts";
import { otpDigits, parseOtp } from "../../identity/otp.ts";
import type { Gate } from "../../kernel/actor.ts";
import { parseEmail } from "../../kernel/email.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports, Tx } from "../../ports.ts";
import { dataStates, openRegistration, type OpenRegistration } from "../desk/open-registration.ts";
import { emailStopMs, openCode, wrongCodesBeforeStop } from "../email-code.ts";
import type { ConfirmCodeRefusal } from "../registration-refusal.ts";
import { takeEmail } from "../store/holder-email.ts";
import { saveRegistration } from "../store/registration.ts";

/**
 * Proves the address of step 3 by the code that was mailed there; from then on it is this person's and nobody else's.
 * Refuses a wrong code (the tenth, over all codes, stops them for a day), one that is too old or went to another address,
 * and an address that somebody else proved: told only here, to whoever reads its mails. Its code opens nothing any more,
 * so that step 3 asks for another address.
 */
export async function confirmEmailCode(
  ports: Ports,
  actor: Gate,
  input: { readonly holdingId: string; readonly code: string },
): Promise<Result<undefined, ConfirmCodeRefusal>> {
  const typed = parseOtp(input.code);
  if (!typed.ok) return typed;
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, input.holdingId, dataStates);
    if (!open.ok) return open;
    const { registration } = open.value;
    const { emailCodeId: codeId, emailCodeAt: sentAt, emailCodeWrong: wrong } = registration;
    const now = ports.clock.now();
    const code = openCode({ codeId, sentAt, wrong }, now);
    if (!code.ok) return code;
    const bytes = (digits: string) => new TextEncoder().encode(digits);
    if (sameBytes(bytes(typed.value), bytes(otpDigits(ports.keys.otp, code.value))))
      return keepProven(ports, tx, actor, open.value, now);
    await saveRegistration(ports, tx, registration, { emailCodeWrong: wrong + 1 });
    const left = wrongCodesBeforeStop - wrong - 1;
    if (left > 0) return refuse({ kind: "email_code_wrong", left });
    const until = new Date((sentAt ?? now).getTime() + emailStopMs);
    return refuse({ kind: "email_code_stopped", until });
  });
}

async function keepProven(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  { registration, holding }: OpenRegistration,
  now: Date,
): Promise<Result<undefined, ConfirmCodeRefusal>> {
  const email = parseEmail(registration.facts.typed.email);
  if (!email.ok) return refuse({ kind: "email_code_gone" });
  const { personId, agencyId, id: subjectId } = holding;
  if (!(await takeEmail(ports, tx, { email: email.value, personId, now }))) {
    await saveRegistration(ports, tx, registration, { emailCodeId: null });
    return refuse({ kind: "email_taken" });
  }
  await saveRegistration(ports, tx, registration, {
    emailProvenAt: now,
    emailCodeId: null,
    emailCodeWrong: 0,
  });
  const action = "token_registration.email_proven";
  await record(ports, tx, { action, actor, agencyId, personId, subjectId });
  return ok();
}
