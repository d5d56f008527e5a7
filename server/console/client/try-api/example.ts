import type { Schema } from "./operations.ts";

/** A value of a schema to begin from: its example where it has one, else what must be there, empty. */
export function exampleOf(schema: Schema): unknown {
  const { examples, enum: values, anyOf, oneOf, items, properties, required = [] } = schema;
  if (schema.const !== undefined) return schema.const;
  if (examples?.length) return examples[0];
  if (values?.length) return values[0];
  const variants = anyOf ?? oneOf;
  const last = variants?.[variants.length - 1];
  if (last) return exampleOf(last);
  if (schema.type === "array") return items ? [exampleOf(items)] : [];
  if (properties) {
    const needed = Object.entries(properties).filter(([name]) => required.includes(name));
    return Object.fromEntries(needed.map(([name, each]) => [name, exampleOf(each)]));
  }
  return schema.type === "integer" || schema.type === "number" ? 0 : "";
}
