import { ok, refuse, type Result } from "../kernel/result.ts";

/** An account holds so many passkeys at most: a person has a few devices. */
export const passkeysAtMost = 10;
/** What is asked of a passkey waits so long for its answer, once. */
export const challengeMinutes = 5;
export const challengeBytes = 32;

/** What a session may be in the middle of: adding a passkey, proving one, replacing the authenticator. */
export const challengePurposes = ["passkey_add", "passkey_prove", "authenticator"] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

declare const checked: unique symbol;

/** What its owner calls a passkey: 1–40 characters. */
export type PasskeyName = string & { readonly [checked]: "passkey name" };

export type PasskeyNameRefusal = { readonly kind: "passkey_name_empty" | "passkey_name_long" };

const longestName = 40;

/** Reads the name of a passkey. Refuses an empty one and one past 40 characters. */
export function parsePasskeyName(text: string): Result<PasskeyName, PasskeyNameRefusal> {
  const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name === "") return refuse({ kind: "passkey_name_empty" });
  return [...name].length <= longestName ? ok(name as PasskeyName) : refuse({ kind: "passkey_name_long" });
}

/** The id of the credential that answers, out of what a browser sent; null: it is no answer of a passkey. */
export function credentialIdOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("id" in answer)) return null;
  const { id } = answer;
  return typeof id === "string" && /^[A-Za-z0-9_-]{1,1400}$/.test(id) ? id : null;
}

/**
 * True when the count of uses goes on (WebAuthn §6.1.1). Authenticators that do not count always say 0; one that went
 * back or stood still may have been copied.
 */
export function countsOn(before: number, after: number): boolean {
  return (before === 0 && after === 0) || after > before;
}
