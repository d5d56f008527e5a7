import type { OwnAccount, PasswordTryRefusal } from "./own-account.ts";
import type { PasskeyNameRefusal } from "./passkey.ts";
import type { SignInTryRefusal } from "../kernel/sign-in-throttle.ts";

/** Where an authenticator stands among the second steps; any other name is the id of a passkey. */
export const authenticatorStep = "authenticator";

/** An authenticator that is to replace another waits so long to be confirmed. */
export const newAuthenticatorMinutes = 10;

/** How many second steps an account has: one must stay. */
export function secondStepsOf({
  authenticatorSince,
  passkeys,
}: Pick<OwnAccount, "authenticatorSince" | "passkeys">): number {
  return passkeys.length + (authenticatorSince === null ? 0 : 1);
}

export type AddPasskeyRefusal =
  | PasswordTryRefusal
  | PasskeyNameRefusal
  | { readonly kind: "passkey_many"; readonly most: number }
  /** The question was answered already, or its five minutes are over. */
  | { readonly kind: "passkey_late" }
  /** Not of this challenge, origin or host, or nothing that can be read. */
  | { readonly kind: "passkey_unreadable" }
  | { readonly kind: "passkey_known" };

export type RemoveSecondStepRefusal =
  | PasswordTryRefusal
  /** It is the last one, without which nobody could come in. */
  | { readonly kind: "second_step_last" }
  | { readonly kind: "second_step_missing" };

/** What beginning a new authenticator refuses: the old one's code, or the password where there is no old one. */
export type NewAuthenticatorRefusal =
  PasswordTryRefusal | { readonly kind: "totp_wrong"; readonly left: number };

/** What confirming it refuses. */
export type ConfirmAuthenticatorRefusal =
  | { readonly kind: "new_code_wrong" }
  /** Its ten minutes are over, or it is in use already. */
  | { readonly kind: "authenticator_late" };

/** What the second step by passkey refuses at the door. */
export type ProvePasskeyRefusal =
  | SignInTryRefusal
  | { readonly kind: "passkey_late" }
  /** `left` tries until the account is locked. */
  | { readonly kind: "passkey_wrong"; readonly left: number };
