import type { BangkokDay } from "../kernel/thai-date.ts";
import type { HoldingEnd } from "./holding.ts";
import { requestNoticeKinds } from "./request-notice.ts";
import type { SeatRight } from "./seat.ts";
import type { ServiceCase } from "./service-request.ts";
import type { SigningPurpose } from "./sign-in-challenge.ts";

/** What somebody in a seat is told, by the address they gave and in the LINE of the phone that holds their key. */
export const seatNoticeKinds = [
  /** Named by an order: how to begin, with the link that sets the first password. */
  "seat_named",
  /** A link that sets a new password. */
  "seat_password_link",
  /** Named, and taken back before they came in. */
  "seat_naming_withdrawn",
  /** The central office approved: the seat is theirs. */
  "seat_taken",
  /** Their time ends on a day that the head chose. */
  "seat_end_planned",
  "seat_ended",
  /** To the phone: a computer waits for its answer; to renew, too. */
  "seat_sign_in",
  "seat_renewal",
  /** A key was made, renewed, ends soon, or was ended by its holder, for good or for another phone. */
  "seat_activated",
  "seat_renewed",
  "seat_key_ending",
  "seat_key_ended",
  "seat_phone_changed",
  /** "ไม่ใช่ฉัน" was pressed; three wrong pictures or digits; ten wrong PINs. */
  "seat_sign_in_denied",
  "seat_answers_wrong",
  "seat_key_disabled",
  /** Their phone was reported lost: everything of it is stopped. */
  "seat_phone_lost",
  /** The six digits that prove an e-mail, to that address. */
  "seat_email_code",
  /** The central office approved, and the order counts from a later day; it refused, with its reason. */
  "seat_registration_approved",
  "seat_registration_refused",
  "seat_password_changed",
  /** What became of a request for service. */
  ...requestNoticeKinds,
  /** The move from hardware keys: not done yet, or the old key is not back. */
  "seat_campaign_move",
  "seat_campaign_return",
] as const;
export type SeatNoticeKind = (typeof seatNoticeKinds)[number];

/** A time in a seat as a notice speaks of it. */
export interface ToldSeat {
  /** "มานี ชูใจ". */
  readonly name: string;
  readonly userCode: string;
  readonly right: SeatRight;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
}

/** What a notice to somebody in a seat is about, beyond the seat: what its kind tells of, and no more. */
export interface SeatDetails {
  /** Where its link leads, under the address of the deployment, until when, and whether the password before it ended. */
  readonly link?: { readonly path: string; readonly expiresAt: Date; readonly isOldOver?: boolean };
  /** The day something falls on. */
  readonly day?: BangkokDay;
  /** The day by which something is to be done. */
  readonly byDay?: BangkokDay;
  readonly endReason?: HoldingEnd;
  /** Days until the certificate ends. */
  readonly daysLeft?: number;
  /** The phone it happened on. */
  readonly device?: string;
  /** Where on the phone it is answered, below the citizen's pages. */
  readonly phonePath?: string;
  /** What the phone was asked to sign. */
  readonly purpose?: SigningPurpose;
  /** The six digits, and until when they are good. */
  readonly code?: { readonly digits: string; readonly expiresAt: Date };
  /** Why a registration was refused, in the registrar's words. */
  readonly reason?: string;
  /** The request for service it tells of; `said` is why it was refused, `waitsForHead` that the head has still to sign. */
  readonly request?: {
    readonly number: string;
    readonly case: ServiceCase;
    readonly said?: string;
    readonly waitsForHead: boolean;
  };
}
