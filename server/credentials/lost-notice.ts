import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ToldSeat } from "./seat-notice.ts";

/** What the heads of an agency are told of a lost phone, by mail. */
export const lostNoticeKinds = [
  /** A phone of theirs was reported lost, and everything of it stopped; a letter must follow. */
  "staff_phone_lost",
  /** The letter about a lost phone is still to come. */
  "staff_lost_letter",
] as const;
export type LostNoticeKind = (typeof lostNoticeKinds)[number];

/** Whose phone was lost, and by when the letter about it is due. */
export interface LostTold {
  readonly seat: ToldSeat;
  readonly letterDue: BangkokDay;
}
