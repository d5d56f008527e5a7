/**
 * Minutes a link waits to be opened that sets a holder's password. All are sent by somebody else's press, so that nobody
 * sits and waits for them: a forgotten one a day; the first one, and one after the password ended (`anew`), a week,
 * because without it nobody of that seat comes in.
 */
export const seatLinkMinutes = { first: 7 * 24 * 60, again: 24 * 60, anew: 7 * 24 * 60 } as const;
export type SeatLinkUse = keyof typeof seatLinkMinutes;

/** Where such a link leads, under the address of the deployment. Its token is a `mailLinkToken` under `keys.seatLink`. */
export function seatLinkPath(token: string): string {
  return `/seat/set-password/${token}`;
}
