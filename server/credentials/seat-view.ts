import type { BangkokDay } from "../kernel/thai-date.ts";
import type { HoldingEnd, HoldingState, SeatPart } from "./holding.ts";
import type { SeatStanding } from "./seat-standing.ts";
import type { SeatRight } from "./seat.ts";
import type { UserCode } from "./user-code.ts";

/** Somebody in a seat as pages of head and central office show them. */
export interface SeatPerson {
  readonly holdingId: string;
  readonly seatId: string;
  readonly part: SeatPart;
  readonly state: HoldingState;
  readonly standing: SeatStanding;
  /** The report that their phone was lost, while no key was made after it; null: there is none. */
  readonly lostPhoneId: string | null;
  readonly name: string;
  readonly position: string;
  /** "m•••@town.example"; null: no address is known. */
  readonly maskedEmail: string | null;
  readonly orderId: string | null;
  readonly startsOn: BangkokDay;
  /** The last day; null: none is set. */
  readonly endsOn: BangkokDay | null;
  readonly endReason: HoldingEnd | null;
  readonly namedAt: Date;
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
}

/** A seat with whoever holds it, stands in for them, and is to follow; null: nobody. */
export interface SeatSeen {
  readonly id: string;
  readonly userCode: UserCode;
  readonly right: SeatRight;
  readonly holder: SeatPerson | null;
  readonly deputy: SeatPerson | null;
  readonly nextHolder: SeatPerson | null;
  readonly nextDeputy: SeatPerson | null;
  /** True: somebody held it before, so that an empty one waits for the next. */
  readonly wasHeld: boolean;
}

/** A seat made of those who are in it now. */
export function seatSeen(
  seat: Pick<SeatSeen, "id" | "userCode" | "right">,
  people: readonly SeatPerson[],
  wasHeld: boolean,
): SeatSeen {
  const here = people.filter(({ seatId }) => seatId === seat.id);
  const of = (part: SeatPart, state: HoldingState) =>
    here.find((each) => each.part === part && each.state === state) ?? null;
  return {
    id: seat.id,
    userCode: seat.userCode,
    right: seat.right,
    holder: of("holder", "live"),
    deputy: of("deputy", "live"),
    nextHolder: of("holder", "named"),
    nextDeputy: of("deputy", "named"),
    wasHeld,
  };
}
