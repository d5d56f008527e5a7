import type { StaffLevel } from "../kernel/actor.ts";
import type { PasswordRefusal } from "../kernel/password.ts";
import type { SignInTryRefusal } from "../kernel/sign-in-throttle.ts";

/** A session of one's own as its owner recognises it. */
export interface OwnSession {
  readonly id: string;
  /** Family of browser and system ("Chrome · Windows"). */
  readonly device: string;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

/** A passkey of one's own. */
export interface OwnPasskey {
  readonly credentialId: string;
  /** What its owner called it. */
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What the owner of an account sees of it; no secret and no whole address among it. */
export interface OwnAccount {
  readonly name: string;
  readonly username: string;
  readonly level: StaffLevel;
  readonly maskedEmail: string;
  readonly lastSignInAt: Date | null;
  /** Since when codes of an authenticator are taken; null: there is none. */
  readonly authenticatorSince: Date | null;
  readonly passkeys: readonly OwnPasskey[];
  readonly sessions: readonly OwnSession[];
}

/** What a password that is asked again may answer. */
export type PasswordTryRefusal =
  | SignInTryRefusal
  /** `left` tries until the account is locked. */
  | { readonly kind: "password_wrong"; readonly left: number }
  /** The account is not in use, or its password was set anew meanwhile. */
  | { readonly kind: "account_missing" };

export type ChangePasswordRefusal =
  | PasswordTryRefusal
  | PasswordRefusal
  /** The new one is the old one. */
  | { readonly kind: "password_same" };
