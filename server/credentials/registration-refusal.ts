import type { CitizenIdRefusal } from "../kernel/citizen-id.ts";
import type { AttachmentRefusal } from "../petitions/attachment.ts";
import type { RegistrationFaults } from "./registration-facts.ts";
import type { EmailCodeGone, EmailCodeStopped, EmailCodeWait } from "./email-code.ts";
import type { EmailRefusal } from "../kernel/email.ts";
import type { OtpTextRefusal } from "../identity/otp.ts";
import type { OrderMarkFault } from "./order-mark.ts";

/** The step is not open now: an earlier one is missing, it was sent already, or the time in the seat is over. */
export type StepClosed = { readonly kind: "step_closed" };

export type IdentityFault =
  | { readonly field: "citizenId"; readonly refusal: CitizenIdRefusal }
  | { readonly field: "citizenId"; readonly refusal: { readonly kind: "citizen_id_other" } }
  | { readonly field: "citizenId"; readonly refusal: { readonly kind: "citizen_id_many" } }
  | { readonly field: "files"; readonly name: string; readonly refusal: AttachmentRefusal }
  | { readonly field: "files"; readonly refusal: { readonly kind: "order_missing" | "order_full" } }
  | OrderMarkFault
  | { readonly field: "consent"; readonly refusal: { readonly kind: "consent_missing" } };

export type GiveIdentityRefusal =
  StepClosed | { readonly kind: "identity_faults"; readonly faults: readonly IdentityFault[] };

export type SendCodeRefusal =
  | StepClosed
  | EmailRefusal
  | EmailCodeStopped
  | EmailCodeWait
  /** The address is proven already. */
  | { readonly kind: "email_proven_already" }
  /** A granted change of holder named another address, and they register with that one (T6, cases 5–7). */
  | { readonly kind: "email_bound" }
  /** The seat had as many codes mailed in a day as it may. */
  | { readonly kind: "codes_many" };

export type ConfirmCodeRefusal =
  | StepClosed
  | OtpTextRefusal
  | EmailCodeStopped
  | EmailCodeGone
  | { readonly kind: "email_code_wrong"; readonly left: number }
  /** It is proven by somebody else; whose it is, is not told. */
  | { readonly kind: "email_taken" };

export type SendRegistrationRefusal =
  | StepClosed
  | RegistrationFaults
  /** A granted change of holder named another address meanwhile. */
  | { readonly kind: "email_bound" }
  /** The last file of the order was taken away, or a brought order has no number yet: step 1 asks for it. */
  | { readonly kind: "order_incomplete" };
