import type { SeatPart } from "./holding.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/** Whom a sealed letter is for. */
export interface LetterFor {
  readonly letterId: string;
  readonly holdingId: string;
  readonly seatId: string;
  readonly name: string;
  readonly position: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly agency: { readonly nameTh: string; readonly nameEn: string };
  readonly madeAt: Date;
  /** Null: nobody opened it yet. The name is null where the opener may not be named here. */
  readonly opened: { readonly at: Date; readonly by: string | null } | null;
  /** True: the person waits to come in, so that a letter still helps. */
  readonly isNamed: boolean;
  /** True: they set a password of their own meanwhile, which the letter's takes the place of. */
  readonly hasOwnPassword: boolean;
}

/** What an opened letter says, this once. */
export interface OpenLetter extends LetterFor {
  readonly password: string;
}
