import { ok, refuse, type Result } from "../kernel/result.ts";

/**
 * Where the registration of somebody named to a seat stands (flows T2): `begun` signed in with the first password;
 * `identified` gave number, order and consent; `proven` at ThaID or the bank's app; `sent` to the central office;
 * `approved` or `refused` by it; `activated`: a key is on a phone. A refused one is corrected and sent again.
 */
export const registrationStates = [
  "begun",
  "identified",
  "proven",
  "sent",
  "approved",
  "refused",
  "activated",
] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationMoves = {
  begun: ["identified"],
  identified: ["proven", "identified"],
  proven: ["sent", "proven"],
  sent: ["approved", "refused"],
  refused: ["sent", "refused"],
  approved: ["activated"],
  activated: [],
} as const satisfies Record<RegistrationState, readonly RegistrationState[]>;

export type RegistrationMoveRefusal = {
  readonly kind: "registration_move";
  readonly from: RegistrationState;
  readonly to: RegistrationState;
};

/** The state a registration goes to. Refuses a step out of its order; the database refuses it too. */
export function moveRegistration(
  from: RegistrationState,
  to: RegistrationState,
): Result<RegistrationState, RegistrationMoveRefusal> {
  const moves: readonly RegistrationState[] = registrationMoves[from];
  return moves.includes(to) ? ok(to) : refuse({ kind: "registration_move", from, to });
}

/** True where number, order and consent may still be given: until it is sent, and again once it was refused. */
export function isIdentityOpen(state: RegistrationState): boolean {
  return state === "begun" || state === "identified" || state === "proven" || state === "refused";
}

/** Where the central office has the registration before it, or said yes to it. */
export const judgedStates = ["sent", "approved", "activated"] as const satisfies readonly RegistrationState[];

/** True once they proved who they are: the number is theirs for good. */
export function isProven(state: RegistrationState): boolean {
  return stepOfRegistration[state] > 2;
}

/** The five steps of the progress bar, and which one a state stands at (1–5). */
export const stepOfRegistration = {
  begun: 1,
  identified: 2,
  proven: 3,
  refused: 3,
  sent: 4,
  approved: 5,
  activated: 5,
} as const satisfies Record<RegistrationState, 1 | 2 | 3 | 4 | 5>;

/** Who proves who somebody is. */
export const proofers = ["thaid", "paotang"] as const;
export type Proofer = (typeof proofers)[number];
