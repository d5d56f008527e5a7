/** What a link sent to a citizen by mail is for. One use; its token is a `mailLinkToken` under `keys.citizenLink`. */
export const citizenLinkPurposes = ["prove_email", "reset_password"] as const;
export type CitizenLinkPurpose = (typeof citizenLinkPurposes)[number];

/** How long each waits to be opened, in minutes: a password half an hour (E2), an address a day. */
export const citizenLinkMinutes = {
  prove_email: 24 * 60,
  reset_password: 30,
} as const satisfies Record<CitizenLinkPurpose, number>;

/** Where such a link leads, under the address of the deployment. */
export function citizenLinkPath(purpose: CitizenLinkPurpose, token: string): string {
  return purpose === "prove_email" ? `/liff/prove-email/${token}` : `/liff/new-password/${token}`;
}
