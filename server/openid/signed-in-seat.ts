import type { SeatPart } from "../credentials/holding.ts";
import type { SeatRight } from "../credentials/seat.ts";

/** Who is signed in at a seat, live: what relying parties may be told of them. */
export interface SignedInSeat {
  readonly sessionId: string;
  readonly personId: string;
  readonly name: string;
  readonly seatId: string;
  readonly holdingId: string;
  /** The 15 characters of the user code. */
  readonly userCode: string;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly agencyId: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  /** When the phone signed. */
  readonly factorAt: Date;
}
