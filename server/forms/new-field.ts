import type { Field, FieldType, GroupField, Option, PlainField, Wording } from "./field.ts";
import { fileFormats } from "./field.ts";

/** What a new field is first called, and its first options: words of the page it is added on. */
export interface FirstWords {
  readonly label: Wording;
  readonly options: readonly Wording[];
}

/** A field of a type as it is added: a form with it may be published at once, but for what its question says. */
export function newField(type: FieldType, key: string, words: FirstWords): Field {
  return type === "group" ? newGroup(key, words) : newPlainField(type, key, words);
}

/** A group begins with one line of text inside, under the next key. */
function newGroup(key: string, words: FirstWords): GroupField {
  const inside = newPlainField("text", followingKey(key), words);
  return {
    key,
    label: words.label,
    help: null,
    showIf: null,
    type: "group",
    min: 1,
    max: 5,
    fields: [inside],
  };
}

function newPlainField(type: Exclude<FieldType, "group">, key: string, words: FirstWords): PlainField {
  const common = { key, label: words.label, help: null, showIf: null };
  const options: readonly Option[] = words.options.map((label, at) => ({ value: `o${at + 1}`, label }));
  switch (type) {
    case "text":
      return { ...common, type, required: true, minLength: 0, maxLength: 200 };
    case "long_text":
      return { ...common, type, required: true, minLength: 0, maxLength: 2_000 };
    case "number":
      return { ...common, type, required: true, min: 0, max: null, decimals: 0 };
    case "money":
      return { ...common, type, required: true, min: 0, max: null };
    case "date":
      return { ...common, type, required: true, limit: "any" };
    case "choice":
      return { ...common, type, required: true, options };
    case "choices":
      return { ...common, type, min: 1, max: options.length, options };
    case "files":
      return { ...common, type, min: 1, max: 3, accepts: fileFormats };
    case "photo":
      return { ...common, type, min: 1, max: 3 };
    case "declaration":
    case "heading":
    case "help":
      return { ...common, type };
    case "time":
    case "phone":
    case "citizen_id":
    case "email":
    case "yes_no":
    case "address":
    case "map_point":
      return { ...common, type, required: true };
  }
}

/** The key after one that was made from its place ("q7" → "q8"). */
export function followingKey(key: string): string {
  return `q${Number(key.slice(1)) + 1}`;
}
