import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { DeskPetition } from "../../petitions/desk-petition.ts";
import type { TypedStep } from "../../petitions/desk-step.ts";

/** What the fields of a step are shown from. */
export interface StepFieldsProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: DeskPetition;
  readonly typed: TypedStep;
  readonly faults: readonly SummaryItem[];
}

/** The id of a field of a step: several steps of a page have a field of the same name. */
export function fieldId(step: string, field: string): string {
  return `${step}-${field}`;
}

/** The sentence of what is wrong with a field of this step. */
export function faultOf({ typed, faults }: Pick<StepFieldsProps, "typed" | "faults">, field: string) {
  return faults.find((fault) => fault.field === fieldId(typed.step, field))?.sentence;
}
