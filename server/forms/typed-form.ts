import type { Field, PlainField } from "./field.ts";
import type { Form } from "./form.ts";
import { addressParts, placeParts } from "./typed-place.ts";

/** What a form's inputs hold, by name, as a browser sends them. */
export type SentFields = ReadonlyMap<string, readonly string[]>;

/** The parts an input of several fields is sent in; the input's name is the field's path, a dot, and the part. */
export const sentParts = {
  date: ["day", "month", "year"],
  address: addressParts,
  map_point: placeParts,
} as const;

/** The hidden input that says that an item of a group is there, however empty: "owners.0" by this name. */
export function itemName(group: string, at: number | string): string {
  return `${group}.${at}`;
}

/** So many items are read at most; the form's own limit is judged with the answers. */
const mostItems = 60;

/**
 * Gathers what the inputs of a form hold into answers, as `walkAnswers` reads them: on the phone out of the page, on the
 * server out of what was posted. Inputs are named by paths ("owner", "born.day", "owners.0.name"); the items of a group
 * come in the order of their numbers, closed up. What the form has no field for is left out.
 */
export function typedAnswers(form: Form, sent: SentFields): Readonly<Record<string, unknown>> {
  const indexes = itemIndexes(sent);
  return Object.fromEntries(form.fields.flatMap((field) => typedField(field, "", sent, indexes)));
}

function typedField(
  field: Field,
  prefix: string,
  sent: SentFields,
  indexes: ReadonlyMap<string, readonly number[]>,
): [string, unknown][] {
  const path = prefix + field.key;
  if (field.type !== "group") return typedPlain(field, path, sent);
  const items = (indexes.get(path) ?? []).slice(0, mostItems).map((at) => {
    const inner = `${itemName(path, at)}.`;
    return Object.fromEntries(field.fields.flatMap((each) => typedField(each, inner, sent, indexes)));
  });
  return items.length === 0 ? [] : [[field.key, items]];
}

function typedPlain(field: PlainField, path: string, sent: SentFields): [string, unknown][] {
  const texts = (name: string) => (sent.get(name) ?? []).filter((text) => text !== "");
  switch (field.type) {
    case "heading":
    case "help":
      return [];
    case "choices":
    case "files":
    case "photo": {
      const list = texts(path);
      return list.length === 0 ? [] : [[field.key, list]];
    }
    case "date":
    case "address":
    case "map_point": {
      const parts = sentParts[field.type].map((part) => [part, texts(`${path}.${part}`)[0] ?? ""] as const);
      return parts.every(([, text]) => text === "") ? [] : [[field.key, Object.fromEntries(parts)]];
    }
    case "text":
    case "long_text":
    case "number":
    case "money":
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
    case "choice":
    case "yes_no":
    case "declaration": {
      const text = texts(path)[0];
      return text === undefined ? [] : [[field.key, text]];
    }
  }
}

/** The numbers under which items of each group were sent, in order. */
function itemIndexes(sent: SentFields): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>();
  for (const name of sent.keys()) {
    const [, group, at] = /^([a-z][a-z0-9_]*)\.(\d{1,3})(?:\.|$)/.exec(name) ?? [];
    if (group === undefined || at === undefined) continue;
    found.set(group, (found.get(group) ?? new Set()).add(Number(at)));
  }
  return new Map([...found].map(([group, numbers]) => [group, [...numbers].sort((a, b) => a - b)]));
}
