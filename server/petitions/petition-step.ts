import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { PauseReason, PetitionDoer, PetitionEventKind, PetitionOutcome } from "./petition.ts";
import { moveOf, outcomesFrom, type MoveRefusal, type PetitionStatus } from "./petition-status.ts";

/** Where a petition stands, as far as the next step asks. */
export interface Standing {
  readonly status: PetitionStatus;
  readonly pause: PauseReason | null;
  readonly outcome: PetitionOutcome | null;
  /** The last day on which its citizen may test the closure (N10); null: there is none. */
  readonly testUntil: BangkokDay | null;
}

/** A step that somebody wants to take; `outcome` belongs to `completed` alone. */
export interface WantedStep {
  readonly step: PetitionEventKind;
  readonly actor: PetitionDoer;
  readonly outcome: PetitionOutcome | null;
}

/** What a step leaves behind. */
export type AfterStep = Omit<Standing, "testUntil">;

export type StepRefusal =
  | MoveRefusal
  /** The petition waits for a correction or a payment already. */
  | { readonly kind: "already_waiting"; readonly pause: PauseReason }
  /** Nothing of the sort was asked for. */
  | { readonly kind: "nothing_awaited" }
  | { readonly kind: "outcome_missing" }
  /** Nothing ends in this way from where it stands, or the step has no outcome at all. */
  | { readonly kind: "outcome_not_here" }
  /** What was refused, withdrawn or another's is not tested; the first may be appealed. */
  | { readonly kind: "closure_not_tested" }
  | { readonly kind: "test_over" };

const tested: readonly PetitionOutcome[] = ["granted", "done"];

/**
 * Judges a step wholly, on the Bangkok day `today`, and answers how the petition stands after it. Beside what `moveOf`
 * refuses: asking while something is asked for already, answering what was not asked, an end without an outcome or with
 * one that is not for this status, and testing a closure that cannot be tested or no longer.
 */
export function judgeStep(
  standing: Standing,
  wanted: WantedStep,
  today: BangkokDay,
): Result<AfterStep, StepRefusal> {
  const moved = moveOf(standing.status, wanted.step, wanted.actor);
  if (!moved.ok) return moved;
  const hindrance = hindranceOf(standing, wanted, today);
  if (hindrance !== null) return refuse(hindrance);
  return ok({ status: moved.value, ...leftBy(standing, wanted) });
}

function hindranceOf(standing: Standing, wanted: WantedStep, today: BangkokDay): StepRefusal | null {
  const { step, outcome } = wanted;
  if (step !== "completed" && outcome !== null) return { kind: "outcome_not_here" };
  if (step === "completed") return hindranceOfEnd(standing.status, outcome);
  if (step === "correction_asked" || step === "payment_asked") {
    return standing.pause === null ? null : { kind: "already_waiting", pause: standing.pause };
  }
  if (step === "correction_given")
    return standing.pause === "correction" ? null : { kind: "nothing_awaited" };
  if (step === "payment_seen") return standing.pause === "payment" ? null : { kind: "nothing_awaited" };
  return step === "closure_confirmed" || step === "reopened" ? hindranceOfTest(standing, today) : null;
}

function hindranceOfEnd(status: PetitionStatus, outcome: PetitionOutcome | null): StepRefusal | null {
  if (outcome === null) return { kind: "outcome_missing" };
  return outcomesFrom[status].includes(outcome) ? null : { kind: "outcome_not_here" };
}

function hindranceOfTest({ outcome, testUntil }: Standing, today: BangkokDay): StepRefusal | null {
  if (outcome === null || !tested.includes(outcome)) return { kind: "closure_not_tested" };
  return testUntil !== null && today <= testUntil ? null : { kind: "test_over" };
}

function leftBy({ pause, outcome }: Standing, wanted: WantedStep): Omit<AfterStep, "status"> {
  switch (wanted.step) {
    case "correction_asked":
      return { pause: "correction", outcome };
    case "payment_asked":
      return { pause: "payment", outcome };
    case "correction_given":
    case "payment_seen":
      return { pause: null, outcome };
    case "completed":
      return { pause: null, outcome: wanted.outcome };
    case "withdrawn":
      return { pause: null, outcome: "withdrawn" };
    case "reopened":
      return { pause: null, outcome: null };
    case "submitted":
    case "received":
    case "assigned":
    case "started":
    case "forwarded":
    case "closure_confirmed":
    case "delay_told":
      return { pause, outcome };
  }
}
