import type { FormFields } from "../../server/http/form.ts";
import { choosePin } from "../../server/identity/actions/choose-pin.ts";
import { giveCard } from "../../server/identity/actions/give-card.ts";
import { giveName } from "../../server/identity/actions/give-name.ts";
import { giveNumber } from "../../server/identity/actions/give-number.ts";
import { givePhone } from "../../server/identity/actions/give-phone.ts";
import { repeatPin } from "../../server/identity/actions/repeat-pin.ts";
import { sendRegistrationOtp } from "../../server/identity/actions/send-registration-otp.ts";
import type { RegistrationStep } from "../../server/identity/registration.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import type { Refusal, Result } from "../../server/kernel/result.ts";
import type { Ports } from "../../server/ports.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import type { IdentityRefusal } from "../../server/words/identity/refusals-th.ts";
import type { Words } from "../../server/words/words.ts";
import type { Refusals } from "./typed.ts";

/** Whoever answers: ports, the visitor, their address, their words. */
export interface Answering {
  readonly ports: Ports;
  readonly actor: Visitor;
  readonly address: string;
  readonly words: Words;
}

export type Taken =
  | { readonly kind: "next"; readonly step: RegistrationStep }
  | { readonly kind: "refused"; readonly refusals: Refusals };

/** The steps answered by a plain form; consent and OTP have pages of their own. */
export type FormStep = Exclude<RegistrationStep, "consent" | "otp">;

/** Takes one step's form to its action and puts a refusal into words at its field. */
export async function takeStep(who: Answering, step: FormStep, form: FormFields): Promise<Taken> {
  const { ports, actor, address } = who;
  switch (step) {
    case "number":
      return takenOf(who, "citizenId", await giveNumber(ports, actor, form.text("citizenId")));
    case "name":
      return takeName(who, form);
    case "birth":
      return takeCard(who, form);
    case "pin":
      return takenOf(who, "pin", await choosePin(ports, actor, form.text("pin")));
    case "pin_again": {
      const result = await repeatPin(ports, actor, form.text("pin"));
      return takenOf(who, "pin", result);
    }
    case "phone":
      return takenOf(who, "phone", await givePhone(ports, actor, form.text("phone")));
    case "review":
      return takenOf(who, undefined, await sendRegistrationOtp(ports, actor, address));
  }
}

async function takeName(who: Answering, form: FormFields): Promise<Taken> {
  const names = { firstName: form.text("firstName"), lastName: form.text("lastName") };
  const result = await giveName(who.ports, who.actor, names);
  if (result.ok || result.refusal.kind !== "name_refused") {
    return result.ok ? next(result.value.step) : outOfOrder(result.refusal);
  }
  const { firstName, lastName } = result.refusal;
  const { first, last, refused: say } = who.words.identity.name;
  return refused([
    ...(firstName ? [{ field: "firstName", sentence: say(first, sentence(who, firstName)) }] : []),
    ...(lastName ? [{ field: "lastName", sentence: say(last, sentence(who, lastName)) }] : []),
  ]);
}

async function takeCard(who: Answering, form: FormFields): Promise<Taken> {
  const result = await giveCard(who.ports, who.actor, {
    day: form.text("birthDay"),
    month: form.text("birthMonth"),
    year: form.text("birthYear"),
    laserCode: form.text("laserCode"),
  });
  if (result.ok) return next(result.value.step);
  const { refusal } = result;
  if (refusal.kind !== "card_refused") return takenOf(who, undefined, { ok: false, refusal });
  const { birth, laserCode } = refusal;
  return refused([
    ...(birth ? [{ field: "birthYear", sentence: sentence(who, birth) }] : []),
    ...(laserCode ? [{ field: "laserCode", sentence: sentence(who, laserCode) }] : []),
  ]);
}

type StepRefusal = IdentityRefusal | { readonly kind: "step_out_of_order"; readonly at: RegistrationStep };

/** The outcome of an action as a page: a step out of order leads to the step to take. */
export function takenOf(
  who: Answering,
  field: string | undefined,
  result: Result<{ readonly step: RegistrationStep }, StepRefusal>,
): Taken {
  if (result.ok) return next(result.value.step);
  if (result.refusal.kind === "step_out_of_order") return outOfOrder(result.refusal);
  return refused([{ ...(field ? { field } : {}), sentence: sentence(who, result.refusal) }]);
}

function sentence({ words }: Answering, refusal: IdentityRefusal): string {
  return sayRefusal<IdentityRefusal>(words.identity.refusal, refusal);
}

function next(step: RegistrationStep): Taken {
  return { kind: "next", step };
}

function refused(refusals: Refusals): Taken {
  return { kind: "refused", refusals };
}

function outOfOrder(refusal: Refusal): Taken {
  return { kind: "next", step: (refusal as { readonly at?: RegistrationStep }).at ?? "consent" };
}
