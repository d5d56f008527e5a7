import type { BangkokDay } from "../kernel/thai-date.ts";
import type { SeatPart } from "./holding.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/** A written order as the list of an agency shows it; nobody is named. */
export interface ListedOrder {
  readonly id: string;
  readonly number: string;
  readonly dated: BangkokDay;
  readonly madeAt: Date;
  /** A holder brought it with the registration. */
  readonly isBrought: boolean;
  /** How many people it names, and how many files were put to it. */
  readonly people: number;
  readonly files: number;
}

/** A sealed letter as the list of an agency shows it; nobody is named. */
export interface ListedLetter {
  readonly id: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly madeAt: Date;
  /** Null: nobody opened it. */
  readonly openedAt: Date | null;
}
