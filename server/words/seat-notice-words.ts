import type { SeatDetails, SeatNoticeKind } from "../credentials/seat-notice.ts";
import type { Words } from "./words.ts";

/** What a notice says, without its facts. */
interface NoticeWords {
  readonly title: string;
  readonly body: string;
  readonly button: string | null;
  readonly notAsked: string;
}

/**
 * What a notice to somebody in a seat says. What the phone is asked beside signing in has words of its own; so has a link
 * after the old password ended, a request that the head has still to sign, and each case that was granted, so that a mail says only what is true of it.
 */
export function seatNoticeWords(
  kind: SeatNoticeKind,
  { purpose, link, request }: Pick<SeatDetails, "purpose" | "link" | "request">,
  { notices, keyNotices }: Pick<Words["credentials"], "notices" | "keyNotices">,
): NoticeWords {
  const usual = notices.kinds[kind];
  if (kind === "seat_password_link" && link?.isOldOver) return notices.passwordOver;
  if (kind === "seat_request_granted" && request)
    return { ...usual, body: notices.grantedBodies[request.case] };
  if (kind === "seat_request_sent" && request?.waitsForHead) return notices.requestWaits;
  if (purpose === undefined || purpose === "sign_in") return usual;
  if (kind === "seat_sign_in_denied") return keyNotices.denied[purpose];
  return kind === "seat_sign_in" && purpose !== "renew" ? keyNotices.asks[purpose] : usual;
}
