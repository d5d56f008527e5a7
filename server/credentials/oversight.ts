import type { HoldingState, SeatPart } from "./holding.ts";
import type { RegistrationState } from "./token-registration.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/**
 * What an internal auditor looks for (flows T8): a seat nobody holds, somebody in it or named
 * to it without an order on file, a holder without a key, a
 * password older than the rule, a certificate that ends or ended, a deputy whose days are over, a lost phone whose
 * official letter is still to come or late, a request for service that waits too long or was refused lately.
 */
export const seatFindings = [
  "vacant",
  "order_missing",
  "key_missing",
  "password_overdue",
  "certificate_ending",
  "certificate_expired",
  "deputy_past",
  "letter_waiting",
  "letter_overdue",
  "request_waiting",
  "request_refused",
] as const;
export type SeatFinding = (typeof seatFindings)[number];

/** How many places an auditor sees, and how many of them have each finding. */
export type FindingCounts = Readonly<Record<SeatFinding | "places", number>>;

/** A request waits too long after so many days: the central office promises three working days, and a weekend may lie between. */
export const requestWaitsDays = 5;
/** A request that was refused within so many days is shown, unless a later one of that seat was granted. */
export const requestRefusedDays = 90;

/** Somebody in a seat, or the empty seat (`holding` null), as an auditor sees it. */
export interface OverseenPlace {
  readonly seatId: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly agencyTh: string;
  readonly agencyEn: string;
  readonly holding: OverseenHolding | null;
  /** True: somebody held the seat before, so that an empty one waits for the next. */
  readonly wasHeld: boolean;
  readonly findings: readonly SeatFinding[];
}

export interface OverseenHolding {
  readonly id: string;
  readonly part: SeatPart;
  readonly state: HoldingState;
  readonly name: string;
  /** Since when: live, or named while not yet live. */
  readonly since: Date;
  readonly endsOn: string | null;
  /** Number null: the holder brought the order with the registration, and only its files tell of it. */
  readonly order: { readonly number: string | null; readonly dated: string; readonly files: number } | null;
  readonly passwordSetAt: Date | null;
  /** True: the password is still the one of a sealed letter, which somebody else made. */
  readonly isLetterPassword: boolean;
  readonly registration: RegistrationState | null;
  /** When the certificate of the live key ends; null: there is no live key. */
  readonly notAfter: Date | null;
}

/** Where a page of places lies: the seat's code, then the holding (empty for a seat nobody holds). */
export interface OverseenAt {
  readonly userCode: string;
  readonly holdingId: string;
}

/** Everything that happens to a seat, as the auditor's story tells it. */
export const seatEvents = [
  "named",
  "took_seat",
  "left_seat",
  "letter_made",
  "letter_opened",
  "order_attached",
  "order_removed",
  "password_changed",
  "password_by_link",
  "registration_sent",
  "registration_approved",
  "registration_refused",
  "key_made",
  "key_ended",
  "sign_in_signed",
  "sign_in_denied",
  "sign_in_failed",
  "sign_in_expired",
  "phone_lost",
  "lost_letter_sent",
  "request_sent",
  "request_signed",
  "request_granted",
  "request_refused",
] as const;
export type SeatEvent = (typeof seatEvents)[number];

/** Where a page of the story lies: two things of one row may have happened at once. */
export interface StoryAt {
  readonly at: Date;
  readonly id: string;
  readonly event: SeatEvent;
}

/** What a system of others is called. */
export interface ToldSystem {
  readonly nameTh: string;
  readonly nameEn: string;
}

/** One thing that happened to a seat. */
export interface SeatStoryLine {
  readonly id: string;
  readonly at: Date;
  readonly event: SeatEvent;
  readonly userCode: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  /** Whose time in the seat it belongs to. */
  readonly name: string;
  readonly part: SeatPart;
  /** A kind of ours, said in words: why a holding or key ended, for which system somebody signed; or an order's number. */
  readonly detail: string | null;
  /** The system of others where somebody signed, which `detail` has the id of; null: one of ours, or nobody signed. */
  readonly system: ToldSystem | null;
  /** Why a registration or a request was refused, in the registrar's words; null: nothing, or it is kept no more. */
  readonly reason: string | null;
  /** The member of staff who did it ("วันดี ใจงาม"), or the colleague with their user code; null: neither, or it is not kept who. */
  readonly by: string | null;
}
