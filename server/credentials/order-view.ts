import type { BangkokDay } from "../kernel/thai-date.ts";
import type { SeatOrderText } from "./seat-order.ts";
import type { SeatPerson } from "./seat-view.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/** Somebody whom an order names, and to which seat. */
export interface OrderedPerson extends SeatPerson {
  readonly userCode: UserCode;
  readonly right: SeatRight;
}

/** A written order with those it names and the files that were put to it. */
export interface OrderSeen {
  readonly id: string;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly number: string;
  readonly dated: BangkokDay;
  readonly text: SeatOrderText;
  readonly madeAt: Date;
  readonly people: readonly OrderedPerson[];
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: number;
    readonly madeAt: Date;
    /** False: the central office judged by it, so that it stays. */
    readonly mayGo: boolean;
  }[];
  /** A holder brought it with the registration: its files are all that is known of it. */
  readonly isBrought: boolean;
  /** The central office judges, or judged, somebody by it. */
  readonly isJudged: boolean;
}
