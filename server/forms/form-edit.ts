import type { Field, PlainField } from "./field.ts";
import type { Form } from "./form.ts";
import { followingKey } from "./new-field.ts";

/** A field of a form, wherever it stands; null: the form has none of that key. */
export function fieldOf(form: Form, key: string): Field | null {
  return every(form).find((field) => field.key === key) ?? null;
}

/** The key of the group a field stands in; null: in none. */
export function groupOf(form: Form, key: string): string | null {
  const group = form.fields.find(
    (field) => field.type === "group" && field.fields.some((one) => one.key === key),
  );
  return group?.key ?? null;
}

/** A key no field has yet; keys are made, never asked of anybody. A group's first field takes the next one. */
export function freeKey(form: Form): string {
  const taken = every(form).map(({ key }) => Number(/^q(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `q${Math.max(0, ...taken) + 1}`;
}

/** The form with a field more, last of all or last in a group; a group is put in no group. */
export function addField(form: Form, field: Field, into: string | null): Form {
  if (into === null || field.type === "group") return { ...form, fields: [...form.fields, field] };
  return mapGroup(form, into, (fields) => [...fields, field]);
}

/** The form with a field changed; its key stays. */
export function replaceField(form: Form, field: Field): Form {
  const put = <F extends Field>(one: F): F => (one.key === field.key ? (field as F) : one);
  return mapLists(form, (fields) => fields.map(put));
}

/** The form without a field. What spoke of it (conditions, templates) is judged as wrong from now on. */
export function removeField(form: Form, key: string): Form {
  return mapLists(form, (fields) => fields.filter((field) => field.key !== key));
}

/** The form with a field one place up (-1) or down (+1) in its list; at an end it stays. */
export function moveField(form: Form, key: string, by: -1 | 1): Form {
  return mapLists(form, (fields) => moved(fields, key, by));
}

/** The form with a field twice, the copy right after it under keys of its own. */
export function copyField(form: Form, key: string): Form {
  const next = { key: freeKey(form) };
  const fresh = () => {
    const given = next.key;
    next.key = followingKey(given);
    return given;
  };
  const copy = <F extends Field>(field: F): F => {
    const own = { ...field, key: fresh() };
    return own.type === "group" ? { ...own, fields: own.fields.map(copy) } : own;
  };
  return mapLists(form, (fields) =>
    fields.flatMap((field) => (field.key === key ? [field, copy(field)] : [field])),
  );
}

/** The fields that a condition of this one may speak of: before it, outside of groups or in its own. */
export function fieldsBefore(form: Form, key: string): readonly PlainField[] {
  const found: PlainField[] = [];
  for (const field of form.fields) {
    if (field.key === key) return found;
    if (field.type !== "group") {
      found.push(field);
      continue;
    }
    const at = field.fields.findIndex((one) => one.key === key);
    if (at >= 0) return [...found, ...field.fields.slice(0, at)];
  }
  return found;
}

function every({ fields }: Form): readonly Field[] {
  return fields.flatMap((field) => (field.type === "group" ? [field, ...field.fields] : [field]));
}

type Change = <F extends Field>(fields: readonly F[]) => readonly F[];

function mapLists(form: Form, change: Change): Form {
  const fields = change(form.fields).map((field) =>
    field.type === "group" ? { ...field, fields: change(field.fields) } : field,
  );
  return { ...form, fields };
}

function mapGroup(
  form: Form,
  key: string,
  change: (fields: readonly PlainField[]) => readonly PlainField[],
): Form {
  const fields = form.fields.map((field) =>
    field.type === "group" && field.key === key ? { ...field, fields: change(field.fields) } : field,
  );
  return { ...form, fields };
}

function moved<F extends Field>(fields: readonly F[], key: string, by: -1 | 1): readonly F[] {
  const at = fields.findIndex((field) => field.key === key);
  if (at < 0 || at + by < 0 || at + by >= fields.length) return fields;
  const others = fields.filter((_, place) => place !== at);
  return [...others.slice(0, at + by), ...fields.slice(at, at + 1), ...others.slice(at + by)];
}
