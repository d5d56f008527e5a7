import type { Gate } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { dataStates, openRegistration } from "../desk/open-registration.ts";
import { isSameEmail, type TypedRegistration } from "../registration-facts.ts";
import type { StepClosed } from "../registration-refusal.ts";
import { saveRegistration } from "../store/registration.ts";

/**
 * Keeps step 3 as it is typed, whatever is wrong with it, so that it can be gone on with on another day. Another e-mail
 * is not proven, and a code that went to the one before opens nothing. Refuses when step 3 is not open.
 */
export async function saveRegistrationData(
  ports: Ports,
  actor: Gate,
  input: { readonly holdingId: string; readonly typed: TypedRegistration },
): Promise<Result<undefined, StepClosed>> {
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, input.holdingId, dataStates);
    if (!open.ok) return open;
    const { registration } = open.value;
    const { facts } = registration;
    const isSame = isSameEmail(facts.typed.email, input.typed.email);
    const forgotten = isSame ? {} : { emailCodeId: null, emailProvenAt: null };
    const kept = { ...facts, typed: input.typed };
    await saveRegistration(ports, tx, registration, { facts: kept, ...forgotten });
    return ok();
  });
}

/** "แก้ไข": the e-mail is typed anew; what was proven of it, or mailed to it, counts no more. */
export async function changeRegistrationEmail(
  ports: Ports,
  actor: Gate,
  holdingId: string,
): Promise<Result<undefined, StepClosed>> {
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, holdingId, dataStates);
    if (!open.ok) return open;
    await saveRegistration(ports, tx, open.value.registration, { emailCodeId: null, emailProvenAt: null });
    return ok();
  });
}
