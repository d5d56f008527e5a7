import { ok, refuse, type Result } from "../kernel/result.ts";

/** How somebody stands in a seat: its holder (ผู้ถือสิทธิ), or who acts in the holder's stead (ผู้ปฏิบัติงานแทน). */
export const seatParts = ["holder", "deputy"] as const;
export type SeatPart = (typeof seatParts)[number];

/**
 * One person's time in a seat. `named`: by an order, not yet registered and approved; at most one of a part.
 * `live`: holds it; at most one of a part. `ended`: final.
 */
export const holdingStates = ["named", "live", "ended"] as const;
export type HoldingState = (typeof holdingStates)[number];

export const holdingMoves = {
  named: ["live", "ended"],
  live: ["ended"],
  ended: [],
} as const satisfies Record<HoldingState, readonly HoldingState[]>;

export type HoldingMoveRefusal = {
  readonly kind: "holding_move";
  readonly from: HoldingState;
  readonly to: HoldingState;
};

/** The state a holding goes to. Refuses a way that is none; the database refuses it too. */
export function moveHolding(from: HoldingState, to: HoldingState): Result<HoldingState, HoldingMoveRefusal> {
  const moves: readonly HoldingState[] = holdingMoves[from];
  return moves.includes(to) ? ok(to) : refuse({ kind: "holding_move", from, to });
}

/** Why somebody's time in a seat ended (flows T5, T6). */
export const holdingEnds = [
  "resigned",
  "transferred",
  "holder_changed",
  "email_changed",
  "other",
  "not_taken_up",
  /** A deputy's last day has passed. */
  "time_over",
] as const;
export type HoldingEnd = (typeof holdingEnds)[number];

/** What is known of somebody in a seat, as the order and they themselves say; kept sealed. */
export interface HolderFacts {
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
  /** "นักวิชาการเงินและบัญชี". */
  readonly position: string;
  /** Their own address and number, once they gave them. */
  readonly email: string | null;
  readonly mobile: string | null;
}

/** "มานี ชูใจ": what somebody in a seat is called. */
export function holderName({ firstName, lastName }: Pick<HolderFacts, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`;
}
