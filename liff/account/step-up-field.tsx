import type { PageContext } from "../../server/http/page/context.ts";
import { PasswordField, PinField } from "../../server/http/page/secret-field.tsx";
import type { StepUp, StepUpRefusal } from "../../server/identity/step-up.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";

/** The PIN or the password again, before what keeps others out is changed. */
export function StepUpField(props: { page: PageContext; by: StepUp; error?: string | undefined }) {
  const { page, by, error } = props;
  const words = page.words.join.account;
  const field = { page, name: "proof", label: words.proof[by], hint: words.proofHint, error };
  return by === "pin" ? (
    <PinField {...field} />
  ) : (
    <PasswordField {...field} autocomplete="current-password" />
  );
}

/** The sentence of a PIN or a password that was not taken. */
export function sayStepUp({ words }: PageContext, refusal: StepUpRefusal): string {
  return sayRefusal({ ...words.identity.refusal, ...words.join.signIn.refusal }, refusal);
}
