import { ok, refuse, type Result } from "../kernel/result.ts";

/** A walk through steps in order. Where somebody stands is read off the answers, never kept beside them. */
export interface Walk<Step extends string, Answers> {
  readonly steps: readonly Step[];
  readonly isDone: Readonly<Record<Step, (answers: Answers) => boolean>>;
}

export interface StepOutOfOrder<Step extends string> {
  readonly kind: "step_out_of_order";
  /** The step to go to instead. */
  readonly at: Step;
}

/** The step that comes next: the first that is not done; the last one when all are. */
export function stepToTake<Step extends string, Answers>(walk: Walk<Step, Answers>, answers: Answers): Step {
  const undone = walk.steps.find((step) => !walk.isDone[step](answers));
  const last = undone ?? walk.steps.at(-1);
  if (last === undefined) throw new Error("a walk without steps");
  return last;
}

/** Grants a step when every step before it is done, itself done or not: so going back is always possible. */
export function checkStep<Step extends string, Answers>(
  walk: Walk<Step, Answers>,
  answers: Answers,
  step: Step,
): Result<Step, StepOutOfOrder<Step>> {
  const next = stepToTake(walk, answers);
  const isReached = walk.steps.indexOf(step) <= walk.steps.indexOf(next);
  return isReached ? ok(step) : refuse({ kind: "step_out_of_order", at: next });
}

/** The step before, for the way back; null at the first. */
export function stepBefore<Step extends string>(steps: readonly Step[], step: Step): Step | null {
  return steps[steps.indexOf(step) - 1] ?? null;
}
