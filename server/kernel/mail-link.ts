import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import type { Mac } from "./mac.ts";
import { sameBytes } from "./same-bytes.ts";
import { isUuid } from "./uuid.ts";

/**
 * The token in a link that is sent by mail: the id of its row, so that it can be found, and the id's HMAC, so that
 * nobody makes one up. Whoever holds the key makes it again when the mail is written; it stands nowhere.
 */
export function mailLinkToken(mac: Mac, linkId: string): string {
  return `${linkId.replaceAll("-", "")}${encodeBase64url(mac(linkId))}`;
}

/** The id of the link a token was made for; null when we did not make it. */
export function readMailLinkToken(mac: Mac, token: string): string | null {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/.exec(token) ?? [];
  const linkId = parts.join("-");
  const signed = decodeBase64url(token.slice(idLetters));
  if (!isUuid(linkId) || signed === null) return null;
  return sameBytes(signed, mac(linkId)) ? linkId : null;
}

/** The letters of a UUID without its hyphens. */
const idLetters = 32;
