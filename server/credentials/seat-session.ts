import type { Holder } from "../kernel/actor.ts";
import type { HoldingState, SeatPart } from "./holding.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/** How long a whole session lasts at most: a working day (NIST SP 800-63B-4: 24 hours at AAL2). */
export const seatSessionLifeSeconds = 10 * 3600;
/** Out after so long without a request (NIST SP 800-63B-4: one hour at AAL2). */
export const seatIdleSeconds = 30 * 60;
/** A half session, in which somebody registers and waits for files and apps, lasts so long. */
export const halfSeatSessionSeconds = 2 * 3600;

/** Somebody of a seat at a computer. */
export interface SeatSession {
  readonly id: string;
  readonly agencyId: string;
  readonly issuerId: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly seatId: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly holdingId: string;
  readonly holdingState: HoldingState;
  readonly part: SeatPart;
  readonly personId: string;
  /** "มานี ชูใจ". */
  readonly name: string;
  /** The password is somebody else's making and is changed first. */
  readonly mustChangePassword: boolean;
  readonly passwordSetAt: Date | null;
}

/** The same, signed in with the key on the phone. */
export interface WholeSeatSession extends SeatSession {
  /** When the phone signed. */
  readonly factorAt: Date;
  readonly softTokenId: string;
  /** When the certificate of that key ends. */
  readonly notAfter: Date;
}

/** The actor of a whole session. */
export function holderOf({ agencyId, seatId, holdingId, personId }: WholeSeatSession): Holder {
  return { kind: "holder", agencyId, seatId, holdingId, personId };
}
