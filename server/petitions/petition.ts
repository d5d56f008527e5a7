/** By which way a petition entered the system. */
export const petitionVias = ["line", "browser", "counter"] as const;
export type PetitionVia = (typeof petitionVias)[number];

/** How a completed petition ended. `not_ours`: another agency is competent, and the citizen was told which. */
export const petitionOutcomes = ["granted", "refused", "done", "withdrawn", "not_ours"] as const;
export type PetitionOutcome = (typeof petitionOutcomes)[number];

/** What happens inside a status: recorded beside it, never a fifth status (E4). */
export const petitionEventKinds = [
  "submitted",
  "received",
  "assigned",
  "started",
  "correction_asked",
  "correction_given",
  "forwarded",
  "payment_asked",
  "payment_seen",
  "completed",
  "withdrawn",
  "closure_confirmed",
  "reopened",
  "delay_told",
] as const;
export type PetitionEventKind = (typeof petitionEventKinds)[number];

/** Who did something to a petition. */
export const petitionDoers = ["citizen", "staff", "system"] as const;
export type PetitionDoer = (typeof petitionDoers)[number];

/** Why the clock of a petition stands still; null while it runs. */
export const pauseReasons = ["correction", "payment"] as const;
export type PauseReason = (typeof pauseReasons)[number];
