import type { BangkokDay } from "../kernel/thai-date.ts";
import { deskSteps, outcomesOf, type DeskStep } from "./desk-step.ts";
import type { PauseReason, PetitionOutcome } from "./petition.ts";
import { judgeStep } from "./petition-step.ts";
import { outcomesFrom, type PetitionStatus } from "./petition-status.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** Where a petition stands, as far as the steps ask that are offered to an officer. */
export interface OpenStanding {
  readonly status: PetitionStatus;
  readonly pause: PauseReason | null;
  readonly dueDay: BangkokDay | null;
  readonly definition: Pick<ServiceDefinition, "ends" | "isDecidedApart">;
}

/** How an officer may end a petition from where it stands. */
export function endsOpen({ status, definition }: OpenStanding): readonly PetitionOutcome[] {
  return outcomesOf(definition).filter((outcome) => outcomesFrom[status].includes(outcome));
}

/**
 * The steps an officer is offered: those the judge would let through today. A delay is explained once the day due has
 * passed.
 */
export function stepsOpen(standing: OpenStanding, today: BangkokDay): readonly DeskStep[] {
  const { dueDay, pause, status } = standing;
  const at = { status, pause, outcome: null, testUntil: null };
  return deskSteps.filter((step) => {
    if (step === "delay_told" && (dueDay === null || dueDay >= today)) return false;
    const outcome = step === "completed" ? (endsOpen(standing)[0] ?? null) : null;
    const wanted = { step: step === "given_back" ? "assigned" : step, actor: "staff", outcome } as const;
    return judgeStep(at, wanted, today).ok;
  });
}
