import { expect, test } from "vitest";
import type { Condition } from "./condition.ts";
import { conditionOf, rowsOf } from "./condition-rows.ts";
import { addField, copyField, fieldOf, fieldsBefore, freeKey, moveField, removeField } from "./form-edit.ts";
import { fieldTypes, type Option, type PlainField } from "./field.ts";
import { judgeForm, type Form } from "./form.ts";
import { newField } from "./new-field.ts";
import { readOptions, readTypedField, type TypedField } from "./typed-field.ts";

const words = {
  label: { th: "คำถาม", en: null },
  options: [
    { th: "ก", en: null },
    { th: "ข", en: null },
  ],
};
const empty: Form = { format: 1, fields: [] };
const add = (form: Form, type: (typeof fieldTypes)[number], into: string | null = null) =>
  addField(form, newField(type, freeKey(form), words), into);
const typed: TypedField = {
  labelTh: "ชื่อร้าน",
  labelEn: "",
  helpTh: "",
  helpEn: "",
  required: true,
  min: "",
  max: "",
  decimals: "",
  limit: "any",
  isCrossedOut: false,
  accepts: ["pdf"],
  optionsTh: "ก\nข",
  optionsEn: "",
  condition: { match: "all", rows: [] },
};
const option = (value: string, th: string): Option => ({ value, label: { th, en: null } });

test("a form of every type as it is added may be published", () => {
  const form = fieldTypes.reduce((made, type) => add(made, type), empty);
  expect(judgeForm(form).ok).toBe(true);
});

test("fields are put in a group, moved, copied under new keys and removed; the others stay", () => {
  const group = add(add(empty, "text"), "group");
  const form = add(group, "date", "q2");
  expect(fieldOf(form, "q4")?.type).toBe("date");
  const keys = ({ fields }: Form) =>
    fields.map((field) =>
      field.type === "group" ? [field.key, field.fields.map(({ key }) => key)] : field.key,
    );
  expect(keys(form)).toEqual(["q1", ["q2", ["q3", "q4"]]]);
  expect(keys(moveField(form, "q4", -1))).toEqual(["q1", ["q2", ["q4", "q3"]]]);
  expect(keys(moveField(form, "q2", 1))).toEqual(keys(form));
  expect(keys(copyField(form, "q2"))).toEqual(["q1", ["q2", ["q3", "q4"]], ["q5", ["q6", "q7"]]]);
  expect(keys(removeField(form, "q3"))).toEqual(["q1", ["q2", ["q4"]]]);
  expect(fieldsBefore(form, "q4").map(({ key }) => key)).toEqual(["q1", "q3"]);
});

test("an option keeps its value while its words are moved or mended, and a new one gets a new value", () => {
  const old = [option("o1", "ไฟดับ"), option("o2", "ไฟกะพริบ")];
  const values = (th: string) => readOptions(old, th, "").map(({ value }) => value);
  expect(values("ไฟกะพริบ\nไฟดับ")).toEqual(["o2", "o1"]);
  expect(values("ไฟดับสนิท\nไฟกะพริบ")).toEqual(["o1", "o2"]);
  expect(values("ไฟดับ\nเสาหัก\nไฟกะพริบ")).toEqual(["o1", "o3", "o2"]);
  expect(values("เสาหัก")).toEqual(["o3"]);
  expect(values("  \n")).toEqual([]);
});

test("what was typed over a field is read by its type, and every input that is wrong is told", () => {
  const read = readTypedField(newField("money", "q1", words), { ...typed, min: "๑๐", max: "1,000.50" }, []);
  expect(read).toMatchObject({ ok: true, value: { min: 1_000, max: 100_050, label: { th: "ชื่อร้าน" } } });
  const wrong = readTypedField(
    newField("files", "q1", words),
    { ...typed, labelTh: " ", max: "มาก", accepts: [] },
    [],
  );
  expect(wrong.ok ? [] : wrong.refusal.faults.map(({ input }) => input)).toEqual([
    "labelTh",
    "accepts",
    "max",
  ]);
  const optional = readTypedField(newField("photo", "q1", words), { ...typed, required: false }, []);
  expect(optional).toMatchObject({ value: { min: 0, max: 3 } });
});

const choice: PlainField = {
  ...{ key: "what", label: words.label, help: null, showIf: null, type: "choice", required: true },
  options: [option("road", "ถนน"), option("light", "ไฟ")],
};
const asked: readonly PlainField[] = [
  choice,
  { ...choice, key: "which", type: "choices", min: 1, max: 2, options: choice.options },
  newField("yes_no", "hurt", words) as PlainField,
  newField("money", "cost", words) as PlainField,
  newField("text", "name", words) as PlainField,
];

test.each<[string, Condition | null]>([
  ["nothing", null],
  ["an option", { op: "equals", field: "what", value: "road" }],
  ["not an option", { op: "not", of: { op: "equals", field: "what", value: "road" } }],
  ["one of several", { op: "includes", field: "which", value: "light" }],
  ["a yes", { op: "equals", field: "hurt", value: true }],
  ["an amount", { op: "at_least", field: "cost", value: 12_050 }],
  ["words", { op: "equals", field: "name", value: "สมใจ" }],
  ["no answer", { op: "not", of: { op: "answered", field: "name" } }],
  [
    "any of two",
    {
      op: "any",
      of: [
        { op: "answered", field: "name" },
        { op: "equals", field: "hurt", value: false },
      ],
    },
  ],
])("a condition is shown as lines and read back: %s", (_, condition) => {
  const rows = rowsOf(condition, asked);
  expect(rows).not.toBeNull();
  expect(rows && conditionOf(rows, asked)).toEqual({ ok: true, value: condition });
});

test("a condition that says more than lines can is kept as it is", () => {
  const inner: Condition = { op: "all", of: [{ op: "answered", field: "what" }] };
  expect(rowsOf({ op: "any", of: [inner] }, asked)).toBeNull();
  expect(rowsOf({ op: "not", of: inner }, asked)).toBeNull();
});

test.each([
  ["condition_field", { field: "later", op: "answered", option: "", text: "" }],
  ["condition_op", { field: "what", op: "at_least", option: "", text: "1" }],
  ["condition_option", { field: "what", op: "equals", option: "which:road", text: "" }],
  ["condition_number", { field: "cost", op: "at_most", option: "", text: "มาก" }],
] as const)("a line is refused: %s", (kind, row) => {
  const read = conditionOf({ match: "all", rows: [row] }, asked);
  expect(read).toEqual({ ok: false, refusal: { kind, at: 0 } });
});
