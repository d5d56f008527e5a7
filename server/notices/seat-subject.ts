import type { SeatDetails, SeatNoticeKind, ToldSeat } from "../credentials/seat-notice.ts";
import { isSeatKind, type NoticeKind } from "./notice.ts";

/** What somebody in a seat is told about. */
export interface SeatSubject {
  readonly kind: SeatNoticeKind;
  readonly seat: ToldSeat;
  /** When it happened. */
  readonly at: Date;
  readonly details: SeatDetails;
}

/** True for what somebody in a seat is told, by mail and in LINE. */
export function isForSeat<Told extends { readonly kind: NoticeKind }>(
  subject: Told,
): subject is Extract<Told, { readonly kind: SeatNoticeKind }> {
  return isSeatKind(subject.kind);
}
