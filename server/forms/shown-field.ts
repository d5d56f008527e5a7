import { rowsOf } from "./condition-rows.ts";
import { isRequired, type Field, type PlainField } from "./field.ts";
import type { TypedField } from "./typed-field.ts";

/** A field as the builder's inputs show it: what `readTypedField` reads back as it was. */
export function shownField(field: Field, before: readonly PlainField[]): TypedField {
  const options = "options" in field ? field.options : [];
  return {
    labelTh: field.label.th,
    labelEn: field.label.en ?? "",
    helpTh: field.help?.th ?? "",
    helpEn: field.help?.en ?? "",
    required: isRequired(field),
    ...limitsOf(field),
    decimals: field.type === "number" ? String(field.decimals) : "",
    limit: field.type === "date" ? field.limit : "any",
    accepts: field.type === "files" ? field.accepts : [],
    isCrossedOut: "isCrossedOut" in field && field.isCrossedOut === true,
    optionsTh: options.map(({ label }) => label.th).join("\n"),
    optionsEn: options.some(({ label }) => label.en !== null)
      ? options.map(({ label }) => label.en ?? "").join("\n")
      : "",
    condition: rowsOf(field.showIf, before),
  };
}

function limitsOf(field: Field): Pick<TypedField, "min" | "max"> {
  if (field.type === "text" || field.type === "long_text")
    return { min: String(field.minLength), max: String(field.maxLength) };
  if (field.type === "money") return { min: baht(field.min), max: baht(field.max) };
  if (!("min" in field)) return { min: "", max: "" };
  return {
    min: field.min === null ? "" : String(field.min),
    max: field.max === null ? "" : String(field.max),
  };
}

function baht(satang: number | null): string {
  return satang === null ? "" : String(satang / 100);
}
