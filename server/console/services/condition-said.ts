import { rowsOf, type ConditionRow } from "../../forms/condition-rows.ts";
import type { Field, PlainField } from "../../forms/field.ts";
import { fieldsBefore } from "../../forms/form-edit.ts";
import type { Form } from "../../forms/form.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { PageContext } from "../../http/page/context.ts";

/** When a field is shown, as a sentence ("“ปัญหาที่พบ” เท่ากับ “ไฟดับ”"); null: always. */
export function sayCondition(page: PageContext, form: Form, field: Field): string | null {
  if (field.showIf === null) return null;
  const words = page.words.services.builder.condition;
  const before = fieldsBefore(form, field.key);
  const lines = rowsOf(field.showIf, before);
  if (lines === null) return words.complex;
  return lines.rows
    .map((row) => sayRow(page, row, before))
    .join(lines.match === "all" ? words.and : words.or);
}

function sayRow(page: PageContext, row: ConditionRow, before: readonly PlainField[]): string {
  const { said } = page.words.services.builder.condition;
  const field = before.find(({ key }) => key === row.field);
  const label = field ? wordingIn(field.label, page.language) : row.field;
  if (row.op === "answered" || row.op === "not_answered") return said[row.op](label);
  return said[row.op](label, sayValue(page, row, field));
}

function sayValue(page: PageContext, row: ConditionRow, field: PlainField | undefined): string {
  const value = row.option.slice(row.field.length + 1);
  return field && row.option !== "" ? sayOption(page, field, value) : row.text;
}

/** An answer that a condition names, in words. */
export function sayOption(page: PageContext, field: PlainField, value: string): string {
  const words = page.words.services.builder.condition;
  if (field.type === "yes_no" || field.type === "declaration") return value === "yes" ? words.yes : words.no;
  const option = "options" in field ? field.options.find((one) => one.value === value) : undefined;
  return option ? wordingIn(option.label, page.language) : value;
}
