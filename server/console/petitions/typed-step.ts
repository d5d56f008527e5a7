import type { FormFields } from "../../http/form.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { DeskRefusal } from "../../petitions/desk-refusal.ts";
import {
  deskFields,
  deskSteps,
  untypedStep,
  type DeskFault,
  type DeskField,
  type TypedStep,
} from "../../petitions/desk-step.ts";
import { sayDesk } from "./say-desk.ts";
import { fieldId } from "./step-props.ts";

/** What was typed for a step; null: the form names no step of ours. */
export function typedStep(form: FormFields): TypedStep | null {
  const step = deskSteps.find((each) => each === form.text("step"));
  if (step === undefined) return null;
  const given = Object.fromEntries(deskFields.map((field) => [field, form.text(field)]));
  const outcome = form.text(fieldId(step, "outcome"));
  return {
    ...untypedStep(step),
    ...(given as Record<DeskField, string>),
    outcome,
    fields: form.all(fieldId(step, "fields")),
  };
}

/** The sentences for a step that was not taken, each with the field it is of. */
export function stepFaults(
  page: PageContext,
  typed: TypedStep,
  refusal: DeskRefusal,
): readonly SummaryItem[] {
  if (refusal.kind !== "desk_step_wrong") return [{ sentence: sayDesk(page, refusal) }];
  return refusal.faults.map(({ field, kind }) => ({
    field: field === "photo" ? "photo" : fieldId(typed.step, field),
    sentence: sayFault(page, field, kind),
  }));
}

/** Of the three reasons each says which one it is. */
function sayFault({ words }: PageContext, field: DeskFault["field"], kind: DeskFault["kind"]): string {
  const { desk } = words;
  const isReason = field === "facts" || field === "law" || field === "considerations";
  return isReason ? `${desk.field[field]}: ${desk.faults[kind]}` : desk.faults[kind];
}
