import type { Field } from "../forms/field.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** What the last step of a draft did, as far as an officer asks before taking it back. */
export const definitionStepKinds = ["added", "removed", "changed", "moved", "elsewhere"] as const;

export interface DefinitionStep {
  readonly kind: (typeof definitionStepKinds)[number];
  /** The question it was about, in Thai; null: several, or none. */
  readonly label: string | null;
}

/** What leads from one definition of a service to the other: the first question that differs. `elsewhere`: not in the form. */
export function stepBetween(before: ServiceDefinition, after: ServiceDefinition): DefinitionStep {
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const missingIn = (those: readonly Field[]) => (field: Field) =>
    !those.some(({ key }) => key === field.key);
  const added = now.find(missingIn(old));
  if (added) return { kind: "added", label: added.label.th };
  const removed = old.find(missingIn(now));
  if (removed) return { kind: "removed", label: removed.label.th };
  const changed = now.find((field) => {
    const was = old.find(({ key }) => key === field.key);
    return was !== undefined && textOf(was) !== textOf(field);
  });
  if (changed) return { kind: "changed", label: changed.label.th };
  const order = (fields: readonly Field[]) => fields.map(({ key }) => key).join(" ");
  return { kind: order(old) === order(now) ? "elsewhere" : "moved", label: null };
}

/** The same step the other way round: what taking it back did. */
export function reversed(step: DefinitionStep): DefinitionStep {
  if (step.kind === "added") return { ...step, kind: "removed" };
  return step.kind === "removed" ? { ...step, kind: "added" } : step;
}

/** Every question, those inside groups behind their group. */
function questionsOf({ form }: ServiceDefinition): readonly Field[] {
  return form.fields.flatMap((field) => (field.type === "group" ? [field, ...field.fields] : [field]));
}

/** A question as text; a group without the questions inside, which are compared by themselves. */
function textOf(field: Field): string {
  return JSON.stringify(field.type === "group" ? { ...field, fields: [] } : field);
}
