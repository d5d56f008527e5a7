import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import type { Mac } from "../kernel/mac.ts";
import { sameBytes } from "../kernel/same-bytes.ts";
import { isUuid } from "../kernel/uuid.ts";

/** What a link sent to a member of staff is for. One use; the token is made again from its id, never kept. */
export const staffLinkPurposes = ["set_password", "reset_password"] as const;
export type StaffLinkPurpose = (typeof staffLinkPurposes)[number];

/** How long each kind of link waits to be opened, in minutes (F1.2, F1.6). */
export const staffLinkMinutes = {
  set_password: 7 * 24 * 60,
  reset_password: 30,
} as const satisfies Record<StaffLinkPurpose, number>;

/**
 * The token in the link of that id: the id, so that it can be found, and its HMAC, so that nobody makes one up.
 * Whoever holds the key makes it again when the mail is sent; it stands nowhere.
 */
export function staffLinkToken(mac: Mac, linkId: string): string {
  return `${linkId.replaceAll("-", "")}${encodeBase64url(mac(linkId))}`;
}

/** The id of the link a token was made for; null when we did not make it. */
export function readStaffLinkToken(mac: Mac, token: string): string | null {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/.exec(token) ?? [];
  const linkId = parts.join("-");
  const signed = decodeBase64url(token.slice(idLetters));
  if (!isUuid(linkId) || signed === null) return null;
  return sameBytes(signed, mac(linkId)) ? linkId : null;
}

/** The letters of a UUID without its hyphens. */
const idLetters = 32;

/** Where such a link leads, under the address of the deployment. */
export function staffLinkPath(token: string): string {
  return `/console/set-password/${token}`;
}
