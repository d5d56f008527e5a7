import type { SignInTryRefusal } from "../kernel/sign-in-throttle.ts";
import type { PinTryRefusal, PinWrongRefusal } from "./pin-throttle.ts";
import type { PinTextRefusal } from "./pin.ts";

/** By what somebody proves again that it is them: the PIN in LINE, the password in a browser without it. */
export const stepUps = ["pin", "password"] as const;
export type StepUp = (typeof stepUps)[number];

/** What a password that is asked for again may answer. */
export type PasswordTryRefusal =
  | SignInTryRefusal
  /** `left` tries until the password is locked. */
  | { readonly kind: "password_wrong"; readonly left: number }
  /** No password was set, or another one meanwhile. */
  | { readonly kind: "no_password" };

export type StepUpRefusal =
  | PinTextRefusal
  | PinTryRefusal
  | PinWrongRefusal
  | { readonly kind: "no_account" }
  | { readonly kind: "no_pin" }
  | PasswordTryRefusal;
