import type { Field, Wording } from "../forms/field.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** What a pack would change of a service that is there. */
export interface PackDifference {
  readonly added: readonly Wording[];
  readonly gone: readonly Wording[];
  readonly changed: readonly Wording[];
  readonly otherDays: boolean;
}

/** Compares the form and days of a pack with those of a service: questions by their keys. */
export function packDifference(old: ServiceDefinition, pack: ServiceDefinition): PackDifference {
  const [before, after] = [byKey(old.form.fields), byKey(pack.form.fields)];
  const label = ({ label: said }: Field) => said;
  return {
    added: [...after.values()].filter(({ key }) => !before.has(key)).map(label),
    gone: [...before.values()].filter(({ key }) => !after.has(key)).map(label),
    changed: [...after.values()]
      .filter((field) => before.has(field.key) && !sameValue(before.get(field.key), field))
      .map(label),
    otherDays: !sameValue(old.promised, pack.promised),
  };
}

function byKey(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.key, field]));
}

/** Equal as values; rows of a database give members back in another order. */
function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  const [left, right] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && sameValue(value, right.get(name)))
  );
}
