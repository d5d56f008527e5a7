/** What of somebody's own way in was changed, as its owner is told by mail. */
export const signInChanges = [
  "password",
  "passkey_added",
  "passkey_removed",
  "authenticator",
  "authenticator_removed",
] as const;
export type SignInChange = (typeof signInChanges)[number];

/** Reads a change as a notice carries it; null: none of ours. */
export function parseSignInChange(text: string): SignInChange | null {
  return signInChanges.find((known) => known === text) ?? null;
}
