import { ok, refuse, type Result } from "../kernel/result.ts";
import type { HoldingState, SeatPart } from "./holding.ts";
import { sideOf, type SeatRight } from "./seat.ts";

/** A place somebody has, or is to have, at an agency. */
export interface HeldPlace {
  readonly right: SeatRight;
  readonly part: SeatPart;
  readonly state: HoldingState;
  readonly userCode: string;
}

export type SeparationRefusal = {
  readonly kind: "both_approvals";
  /** The place of the other side that stands against it. */
  readonly held: HeldPlace;
};

/**
 * Refuses to put somebody on one approving side of an agency who stands on the other, as holder or deputy, live or only
 * named: approver 1 and approver 2 may not be one person (rules of the Soft Token, section 2). The database refuses the
 * same by a constraint (`approver_side`), for two requests at once.
 */
export function judgeSeparation(
  wanted: SeatRight,
  held: readonly HeldPlace[],
): Result<null, SeparationRefusal> {
  const side = sideOf(wanted);
  if (side === null) return ok(null);
  const against = held.find(
    ({ right, state }) => state !== "ended" && sideOf(right) !== null && sideOf(right) !== side,
  );
  return against === undefined ? ok(null) : refuse({ kind: "both_approvals", held: against });
}
