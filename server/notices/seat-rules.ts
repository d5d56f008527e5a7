import type { SeatNoticeKind } from "../credentials/seat-notice.ts";

interface SeatNoticeRule {
  readonly refs: readonly string[];
  readonly media: readonly ("mail" | "line")[];
  readonly atNight: boolean;
}

/** What each kind of notice to somebody in a seat needs and may do; the rest stands in `notice.ts`. */
export const seatNoticeRules = {
  /** To somebody in a seat: named to it, with the link that sets the first password. */
  seat_named: { refs: ["holdingId", "linkId"], media: ["mail"], atNight: true },
  seat_password_link: { refs: ["holdingId", "linkId"], media: ["mail"], atNight: true },
  seat_naming_withdrawn: { refs: ["holdingId"], media: ["mail"], atNight: false },
  seat_taken: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  /** The holder's last day, as the head chose it. */
  seat_end_planned: { refs: ["holdingId", "day"], media: ["mail", "line"], atNight: false },
  seat_phone_lost: { refs: ["holdingId", "lostPhoneId"], media: ["mail"], atNight: true },
  seat_ended: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  /** Only where it is answered: a mail would come after its two minutes. */
  seat_sign_in: { refs: ["holdingId", "challengeId"], media: ["line"], atNight: true },
  seat_renewal: { refs: ["holdingId", "activationId"], media: ["line"], atNight: true },
  seat_activated: { refs: ["holdingId", "softTokenId"], media: ["mail", "line"], atNight: true },
  seat_renewed: { refs: ["holdingId", "softTokenId"], media: ["mail", "line"], atNight: true },
  seat_key_ending: { refs: ["holdingId", "softTokenId"], media: ["mail", "line"], atNight: false },
  seat_key_ended: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  seat_phone_changed: { refs: ["holdingId"], media: ["mail"], atNight: true },
  seat_sign_in_denied: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  /** Somebody pressed something else than the computer showed, three times. */
  seat_answers_wrong: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  seat_key_disabled: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  /** A request for service: sent, decided, and the code that proves a new address. By mail alone, for a phone may be lost. */
  seat_request_sent: { refs: ["holdingId", "requestId"], media: ["mail"], atNight: true },
  seat_request_granted: { refs: ["holdingId", "requestId"], media: ["mail"], atNight: true },
  seat_request_refused: { refs: ["holdingId", "requestId"], media: ["mail"], atNight: true },
  seat_request_answered: { refs: ["holdingId", "requestId"], media: ["mail"], atNight: true },
  seat_request_code: { refs: ["holdingId", "requestId", "codeId"], media: ["mail"], atNight: true },
  seat_email_code: { refs: ["holdingId", "codeId"], media: ["mail"], atNight: true },
  seat_registration_approved: { refs: ["holdingId", "day"], media: ["mail", "line"], atNight: true },
  seat_registration_refused: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  seat_password_changed: { refs: ["holdingId"], media: ["mail", "line"], atNight: true },
  /** The move from hardware keys, by the day its office chose. */
  seat_campaign_move: { refs: ["holdingId"], media: ["mail", "line"], atNight: false },
  seat_campaign_return: { refs: ["holdingId"], media: ["mail", "line"], atNight: false },
} as const satisfies Record<SeatNoticeKind, SeatNoticeRule>;
