import { readMoney, readNumber } from "./typed-number.ts";
import { isAsked, type PlainField } from "./field.ts";
import type { Condition, FieldCondition } from "./condition.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** What a line of a condition says of a question ("เท่ากับ", "มากกว่าหรือเท่ากับ", …). */
export const rowOps = ["equals", "not_equals", "at_least", "at_most", "answered", "not_answered"] as const;
export type RowOp = (typeof rowOps)[number];

export const rowMatches = ["all", "any"] as const;
export type RowMatch = (typeof rowMatches)[number];

/** A line as a page sends it: "แสดงเมื่อ [field] [op] [option]". `option`: "field:value"; `text`: a number or words. */
export interface ConditionRow {
  readonly field: string;
  readonly op: RowOp;
  readonly option: string;
  readonly text: string;
}

/** Lines that must all hold, or any one of them; none: always shown. */
export interface ConditionRows {
  readonly match: RowMatch;
  readonly rows: readonly ConditionRow[];
}

export const rowFaults = ["condition_field", "condition_op", "condition_option", "condition_number"] as const;
export interface RowRefusal {
  readonly kind: (typeof rowFaults)[number];
  /** Which line, from 0. */
  readonly at: number;
}

/** Which lines a question can be spoken of with. */
export function opsFor(field: PlainField): readonly RowOp[] {
  if (!isAsked(field)) return [];
  const answered = ["answered", "not_answered"] as const;
  if (optionsFor(field).length > 0 || field.type === "text") return ["equals", "not_equals", ...answered];
  if (field.type === "number" || field.type === "money")
    return ["at_least", "at_most", "equals", "not_equals", ...answered];
  return answered;
}

/** The answers of a question that a line may name, as values; yes and no stand for themselves. */
export function optionsFor(field: PlainField): readonly string[] {
  if (field.type === "yes_no" || field.type === "declaration") return ["yes", "no"];
  return field.type === "choice" || field.type === "choices" ? field.options.map(({ value }) => value) : [];
}

/** A condition as lines; null: it says more than lines can, and is kept as it is. */
export function rowsOf(condition: Condition | null, fields: readonly PlainField[]): ConditionRows | null {
  if (condition === null) return { match: "all", rows: [] };
  const joined = condition.op === "all" || condition.op === "any";
  const rows = (joined ? condition.of : [condition]).map((one) => rowOf(one, fields));
  if (!rows.every((row) => row !== null)) return null;
  return { match: joined ? condition.op : "all", rows };
}

function rowOf(condition: Condition, fields: readonly PlainField[]): ConditionRow | null {
  if (condition.op === "not") {
    const inner = "field" in condition.of ? rowOf(condition.of, fields) : null;
    if (inner?.op === "equals") return { ...inner, op: "not_equals" };
    return inner?.op === "answered" ? { ...inner, op: "not_answered" } : null;
  }
  if (!("field" in condition)) return null;
  const { field, op } = condition;
  const row = { field, option: "", text: "" };
  switch (op) {
    case "answered":
      return { ...row, op };
    case "includes":
      return { ...row, op: "equals", option: `${field}:${condition.value}` };
    case "at_least":
    case "at_most":
      return { ...row, op, text: numberText(condition.value, field, fields) };
    case "equals":
      if (typeof condition.value === "boolean")
        return { ...row, op, option: `${field}:${condition.value ? "yes" : "no"}` };
      if (typeof condition.value === "number")
        return { ...row, op, text: numberText(condition.value, field, fields) };
      return hasOptions(field, fields)
        ? { ...row, op, option: `${field}:${condition.value}` }
        : { ...row, op, text: condition.value };
  }
}

/**
 * Reads lines as a condition; null: none was given. Refuses the first line whose question is not before this one, that
 * asks what the question cannot answer, whose option is another question's, or whose number is none.
 */
export function conditionOf(
  { match, rows }: ConditionRows,
  before: readonly PlainField[],
): Result<Condition | null, RowRefusal> {
  const read: Condition[] = [];
  for (const [at, row] of rows.entries()) {
    const field = before.find(({ key }) => key === row.field);
    if (!field) return refuse({ kind: "condition_field", at });
    if (!opsFor(field).includes(row.op)) return refuse({ kind: "condition_op", at });
    const one = readRow(field, row);
    if (typeof one === "string") return refuse({ kind: one, at });
    read.push(row.op === "not_equals" || row.op === "not_answered" ? { op: "not", of: one } : one);
  }
  const [first] = read;
  if (first === undefined) return ok(null);
  return ok(read.length === 1 ? first : { op: match, of: read });
}

function readRow(
  field: PlainField,
  row: ConditionRow,
): FieldCondition | "condition_option" | "condition_number" {
  const { key } = field;
  if (row.op === "answered" || row.op === "not_answered") return { op: "answered", field: key };
  const options = optionsFor(field);
  if (options.length > 0) {
    const value = row.option.startsWith(`${key}:`) ? row.option.slice(key.length + 1) : "";
    if (!options.includes(value)) return "condition_option";
    if (field.type === "choices") return { op: "includes", field: key, value };
    return { op: "equals", field: key, value: field.type === "choice" ? value : value === "yes" };
  }
  if (field.type === "text") {
    const value = row.text.trim();
    return value === "" ? "condition_option" : { op: "equals", field: key, value };
  }
  const number = field.type === "money" ? readMoney(row.text, anyNumber) : readNumber(row.text, 6, anyNumber);
  if (!number.ok) return "condition_number";
  const op = row.op === "not_equals" ? "equals" : row.op;
  return { op, field: key, value: number.value };
}

const anyNumber = { min: null, max: null };

function hasOptions(key: string, fields: readonly PlainField[]): boolean {
  const field = fields.find((one) => one.key === key);
  return field !== undefined && optionsFor(field).length > 0;
}

function numberText(value: number, key: string, fields: readonly PlainField[]): string {
  const isMoney = fields.find((one) => one.key === key)?.type === "money";
  return String(isMoney ? value / 100 : value);
}
