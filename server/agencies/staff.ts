/**
 * The life of an account in the console. `invited`: granted, no password yet. `revoked`: unused for sixty days, a new
 * request brings it back. `ended`: the person left; final.
 */
export const staffStates = ["invited", "active", "revoked", "ended"] as const;
export type StaffState = (typeof staffStates)[number];

export const staffMoves = {
  invited: ["active", "revoked", "ended"],
  active: ["revoked", "ended"],
  revoked: ["invited", "ended"],
  ended: [],
} as const satisfies Record<StaffState, readonly StaffState[]>;

/** True when an account may go from one state to the other. */
export function mayMoveStaff(from: StaffState, to: StaffState): boolean {
  const moves: readonly StaffState[] = staffMoves[from];
  return moves.includes(to);
}

/** What is known of a member of staff; kept sealed. */
export interface StaffFacts {
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly workPhone: string;
  readonly mobile: string;
  readonly email: string;
}

/** "มานี ชูใจ": what a member of staff is called. */
export function staffFullName({ firstName, lastName }: Pick<StaffFacts, "firstName" | "lastName">): string {
  return `${firstName} ${lastName}`;
}
