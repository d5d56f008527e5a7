import { ok, refuse, type Result } from "../kernel/result.ts";
import { isCommonPassword } from "./common-password.ts";

declare const checked: unique symbol;

/** A password as it is hashed: NFKC, 12–128 characters, anything else allowed. Never logged, never shown. */
export type Password = string & { readonly [checked]: "password" };

/**
 * How long a new password is at least: `beside` a second step always asked for (staff), `alone` where it is all that keeps
 * others out (citizens in a browser). NIST SP 800-63B-4 §3.1.1.2 asks for 8 and 15 (docs/decisions/0023-accounts-without-line.md).
 */
export const passwordShortest = { beside: 12, alone: 15 } as const;
export type PasswordStands = keyof typeof passwordShortest;
export const passwordLongest = 128;

export type PasswordRefusal =
  | { readonly kind: "password_empty" }
  | { readonly kind: "password_short"; readonly left: number }
  | { readonly kind: "password_long" }
  /** What people try first, or mostly the person's own name, number or address. */
  | { readonly kind: "password_common" };

/**
 * The text somebody typed as a password, as it is compared: compatibility forms are one (NFKC), so that the same keys
 * give the same password on every machine. Nothing is trimmed. Null: no password can look like this.
 */
export function readPassword(text: string): Password | null {
  const password = text.normalize("NFKC");
  const { length } = [...password];
  return length >= passwordShortest.beside && length <= passwordLongest ? (password as Password) : null;
}

/**
 * Reads a password that somebody chooses: long enough for how it `stands`, and no forced composition (F1.6, NIST
 * SP 800-63B-4 §3.1.1.2). Refuses an empty one, a short one (`left` characters are missing), one beyond 128, and a common
 * one. `own` is what others may know of the person: user name, names, address, numbers.
 */
export function parseNewPassword(
  text: string,
  own: readonly string[],
  stands: PasswordStands,
): Result<Password, PasswordRefusal> {
  const shortest = passwordShortest[stands];
  const { length } = [...text.normalize("NFKC")];
  if (length === 0) return refuse({ kind: "password_empty" });
  if (length < shortest) return refuse({ kind: "password_short", left: shortest - length });
  const password = readPassword(text);
  if (password === null) return refuse({ kind: "password_long" });
  return isCommonPassword(password, own) ? refuse({ kind: "password_common" }) : ok(password);
}
