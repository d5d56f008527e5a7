/** What a link sent to a member of staff is for. One use; its token is a `mailLinkToken` under `keys.staffLink`. */
export const staffLinkPurposes = ["set_password", "reset_password"] as const;
export type StaffLinkPurpose = (typeof staffLinkPurposes)[number];

/** How long each kind of link waits to be opened, in minutes (F1.2, F1.6). */
export const staffLinkMinutes = {
  set_password: 7 * 24 * 60,
  reset_password: 30,
} as const satisfies Record<StaffLinkPurpose, number>;

/** Where such a link leads, under the address of the deployment. */
export function staffLinkPath(token: string): string {
  return `/console/set-password/${token}`;
}
