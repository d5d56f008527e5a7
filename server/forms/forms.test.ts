import fc from "fast-check";
import { expect, test } from "vitest";
import type { Accepted } from "./accepted.ts";
import { judgeAnswers, walkAnswers } from "./answers.ts";
import { holds, type Condition } from "./condition.ts";
import { fieldTypes, type Field, type PlainField } from "./field.ts";
import { changeOfForm } from "./form-change.ts";
import { readForm } from "./form-schema.ts";
import { judgeForm, type Form } from "./form.ts";
import { typedOfAccepted } from "./typed-of-accepted.ts";

const now = new Date("2026-11-20T10:00:00+07:00");
const label = { th: "ช่อง", en: null };
const base = { label, help: null, showIf: null };
const options = ["road", "light", "other"].map((value) => ({ value, label }));

const kinds: Readonly<Record<string, PlainField>> = {
  name: { ...base, key: "name", type: "text", required: true, minLength: 2, maxLength: 10 },
  story: { ...base, key: "story", type: "long_text", required: false, minLength: 0, maxLength: 20 },
  people: { ...base, key: "people", type: "number", required: true, min: 1, max: 99, decimals: 0 },
  cost: { ...base, key: "cost", type: "money", required: true, min: 0, max: 10_000_00 },
  day: { ...base, key: "day", type: "date", required: true, limit: "past" },
  on: { ...base, key: "on", type: "date", required: true, limit: "future" },
  hour: { ...base, key: "hour", type: "time", required: true },
  phone: { ...base, key: "phone", type: "phone", required: true },
  id: { ...base, key: "id", type: "citizen_id", required: true },
  mail: { ...base, key: "mail", type: "email", required: true },
  what: { ...base, key: "what", type: "choice", required: true, options },
  which: { ...base, key: "which", type: "choices", min: 1, max: 2, options },
  pair: { ...base, key: "pair", type: "choices", min: 2, max: 2, options },
  agreed: { ...base, key: "agreed", type: "yes_no", required: true },
  true_words: { ...base, key: "true_words", type: "declaration" },
  home: { ...base, key: "home", type: "address", required: true },
  place: { ...base, key: "place", type: "map_point", required: true },
  papers: { ...base, key: "papers", type: "files", min: 1, max: 2, accepts: ["pdf"] },
  shots: { ...base, key: "shots", type: "photo", min: 1, max: 1 },
};
const form = (...fields: Field[]): Form => ({ format: 1, fields });
const one = (key: string, sent: unknown) => {
  const field = kinds[key];
  if (field === undefined) throw new Error(key);
  const judged = judgeAnswers(form(field), { [key]: sent }, now);
  return judged.ok
    ? (judged.value.accepted[key] ?? null)
    : judged.refusal.problems.map((p) => p.refusal.kind).join();
};
const uuid = "0190a3a0-0000-7000-8000-000000000001";
const other = "0190a3a0-0000-7000-8000-000000000002";
const home = { line: "1/2 หมู่ 3", subdistrict: "120305", district: "1203", province: "12", postcode: "11130" };

const takes: readonly (readonly [key: string, sent: unknown, accepted: unknown])[] = [
  ["name", "  สม   ใจ ", "สม ใจ"],
  ["story", "หนึ่ง\r\nสอง", "หนึ่ง\nสอง"],
  ["story", "  ", null],
  ["people", "๑๒", 12],
  ["people", 7, 7],
  ["cost", "1,234.50 บาท", 123_450],
  ["cost", "0.29", 29],
  ["day", { day: "๒๙", month: "2", year: "2567" }, "2024-02-29"],
  ["on", { day: "20", month: "11", year: "2569" }, "2026-11-20"],
  ["hour", "๘.๓๐ น.", "08:30"],
  ["phone", "081-234-5678", "+66812345678"],
  ["id", "1-2345-67890-12-1", "1234567890121"],
  ["mail", " Som@Example.com ", "som@example.com"],
  ["what", "road", "road"],
  ["which", "road", ["road"]],
  ["which", ["light", "other"], ["light", "other"]],
  ["agreed", "no", false],
  ["true_words", "yes", true],
  ["home", home, home],
  ["place", { latitude: "13.75", longitude: 100.5000004 }, { latitude: 13.75, longitude: 100.5 }],
  ["place", { latitude: "๑๓.๗๕", longitude: "๑๐๐.๕" }, { latitude: 13.75, longitude: 100.5 }],
  [
    "place",
    { latitude: "13.756331, 100.501762", longitude: "" },
    { latitude: 13.756331, longitude: 100.501762 },
  ],
  ["place", { latitude: "", longitude: " (๑๓.๗๕ ๑๐๐.๕) " }, { latitude: 13.75, longitude: 100.5 }],
  ["place", { latitude: "", longitude: "", line: " หน้าวัดใหม่  หมู่ 3 " }, { line: "หน้าวัดใหม่ หมู่ 3" }],
  [
    "place",
    { latitude: "13.75", longitude: "100.5", line: "หน้าวัด" },
    { latitude: 13.75, longitude: 100.5, line: "หน้าวัด" },
  ],
  ["papers", [uuid], [uuid]],
  ["shots", [uuid], [uuid]],
];

test.each(takes)("%s takes %j", (key, sent, accepted) => {
  expect(one(key, sent)).toEqual(accepted);
});

test.each(takes)(
  "%s taken from %j is taken the same when it stands in the form again",
  (key, _, accepted) => {
    const field = kinds[key];
    if (field === undefined || accepted === null) return;
    const typed = typedOfAccepted(form(field), { [key]: accepted as Accepted });
    expect(one(key, typed[key])).toEqual(accepted);
  },
);

const refuses: readonly (readonly [key: string, sent: unknown, kind: string])[] = [
  ["name", "", "answer_missing"],
  ["name", "ก", "text_short"],
  ["name", "ก".repeat(11), "text_long"],
  ["name", "กข\u0000", "text_characters"],
  ["name", { th: "ก" }, "answer_shape"],
  ["story", "ก".repeat(101), "text_long"],
  ["story", "หนึ่ง\u0007", "text_characters"],
  ["story", ["หนึ่ง"], "answer_shape"],
  ["people", "สอง", "number_shape"],
  ["people", "1,2", "number_shape"],
  ["people", "1.5", "number_decimals"],
  ["people", "0", "number_small"],
  ["people", "100", "number_large"],
  ["people", true, "answer_shape"],
  ["cost", "1.234", "number_decimals"],
  ["cost", "-1", "number_small"],
  ["cost", "10,000.01", "number_large"],
  ["day", { day: "21", month: "11", year: "2569" }, "date_future"],
  ["on", { day: "19", month: "11", year: "2569" }, "date_past"],
  ["day", { day: "29", month: "2", year: "2566" }, "date_impossible"],
  ["day", { day: "1", month: "2", year: "2024" }, "date_year_not_buddhist"],
  ["day", { day: "", month: "2", year: "2567" }, "date_missing_part"],
  ["day", { day: "x", month: "2", year: "2567" }, "date_not_digits"],
  ["day", "2024-02-01", "answer_shape"],
  ["hour", "24:00", "time_shape"],
  ["phone", "021234567", "phone_length"],
  ["id", "1234567890123", "citizen_id_checksum"],
  ["mail", "som", "email_shape"],
  ["what", "sea", "choice_unknown"],
  ["which", [], "answer_missing"],
  ["which", ["road", "road"], "repeated"],
  ["which", ["road", "light", "other"], "too_many"],
  ["pair", ["road"], "too_few"],
  ["which", ["sea"], "choice_unknown"],
  ["agreed", "maybe", "answer_shape"],
  ["agreed", "", "answer_missing"],
  ["true_words", false, "not_declared"],
  ["true_words", undefined, "answer_missing"],
  ["home", { ...home, postcode: "1113" }, "address_part"],
  ["home", { ...home, line: " " }, "address_part"],
  ["home", { ...home, district: "1303" }, "address_apart"],
  ["home", { ...home, subdistrict: "120405" }, "address_apart"],
  ["home", { ...home, country: "TH" }, "answer_shape"],
  ["place", { latitude: 91, longitude: 0 }, "map_point_shape"],
  ["place", { latitude: "1e1", longitude: 0 }, "map_point_shape"],
  ["place", { latitude: "13.75", longitude: "" }, "map_point_shape"],
  ["place", { latitude: "13.75, 100.5, 3", longitude: "" }, "map_point_shape"],
  ["place", { latitude: "ไม่ทราบ", longitude: "", line: "หน้าวัด" }, "map_point_shape"],
  ["place", { line: 7 }, "map_point_shape"],
  ["place", { line: "ก".repeat(201) }, "text_long"],
  ["place", { line: "หน้าวัด\u0000" }, "text_characters"],
  ["place", { latitude: " ", longitude: "", line: " " }, "answer_missing"],
  ["papers", ["../secret"], "file_id"],
  ["papers", [uuid, other, uuid], "too_many"],
  ["papers", [], "answer_missing"],
  ["shots", [], "answer_missing"],
  ["shots", ["รูป.jpg"], "file_id"],
  ["shots", [uuid, other], "too_many"],
  ["shots", { id: uuid }, "answer_shape"],
];

test.each(refuses)("%s refuses %j: %s", (key, sent, kind) => {
  expect(one(key, sent)).toBe(kind);
});

/** Groups hold other fields, and are tested with them. */
const answered = fieldTypes.filter((type) => !["group", "heading", "help"].includes(type));
test.each(answered)("%s has an answer it takes and one it refuses among these", (type) => {
  const typeOf = ([key]: readonly [string, ...unknown[]]) => kinds[key]?.type;
  expect(takes.map(typeOf)).toContain(type);
  expect(refuses.map(typeOf)).toContain(type);
});

const more: Field = {
  ...base,
  key: "more",
  type: "text",
  required: true,
  minLength: 1,
  maxLength: 50,
  showIf: { op: "equals", field: "what", value: "other" },
};
const what = kinds["what"]!;
const group: Field = {
  ...base,
  key: "dogs",
  type: "group",
  min: 0,
  max: 3,
  fields: [
    { ...kinds["agreed"]!, key: "biting" },
    { ...more, key: "bites", showIf: { op: "equals", field: "biting", value: true } },
  ],
};

test("what is hidden is not asked, and left out when it was sent all the same", () => {
  const shown = form(what, more);
  expect(judgeAnswers(shown, { what: "other" }, now)).toMatchObject({
    refusal: { problems: [{ path: "more", refusal: { kind: "answer_missing" } }] },
  });
  expect(judgeAnswers(shown, { what: "road", more: "x".repeat(9_999) }, now)).toEqual({
    ok: true,
    value: { accepted: { what: "road" }, dropped: ["more"] },
  });
  expect(walkAnswers(shown, { what: "sea", more: "x" }, now).shown).toEqual(["what"]);
});

test("what the form does not know is refused, and so is what cannot be answered", () => {
  const heading: Field = { ...base, key: "head", type: "heading" };
  const read = judgeAnswers(form(heading, what), { what: "road", head: "x", admin: true, toString: 1 }, now);
  expect(read).toMatchObject({ ok: false });
  if (!read.ok) expect(read.refusal.problems.map(({ path }) => path)).toEqual(["head", "admin", "toString"]);
  expect(judgeAnswers(form(what), "x", now)).toMatchObject({ refusal: { problems: [{ path: "" }] } });
});

test("a group is judged item by item, its conditions inside the item", () => {
  const dogs = [{ biting: "yes" }, { biting: "no", bites: "x" }, { biting: "yes", bites: "แมว" }];
  const walk = walkAnswers(form(group), { dogs }, now);
  expect(walk.problems).toEqual([{ path: "dogs.0.bites", refusal: { kind: "answer_missing" } }]);
  expect(walk.dropped).toEqual(["dogs.1.bites"]);
  const kind = (sent: unknown, min = 0) =>
    walkAnswers(form({ ...group, min }), { dogs: sent }, now).problems.map((p) => p.refusal.kind)[0];
  expect(kind(Array(4).fill({}))).toBe("too_many");
  expect(kind("x")).toBe("answer_shape");
  expect(kind([1])).toBe("answer_shape");
  expect(kind(undefined, 1)).toBe("answer_missing");
  expect(kind([{ biting: "no" }], 2)).toBe("too_few");
});

test("conditions hold by answers alone", () => {
  const answers = new Map<string, string | number | string[]>([
    ["what", "road"],
    ["people", 5],
    ["which", ["road"]],
  ]);
  const is = (condition: Condition) => holds(condition, (key) => answers.get(key));
  const big: Condition = { op: "at_least", field: "people", value: 5 };
  const small: Condition = { op: "at_most", field: "people", value: 4 };
  expect([is(big), is(small), is({ op: "not", of: small })]).toEqual([true, false, true]);
  expect([is({ op: "all", of: [big, small] }), is({ op: "any", of: [big, small] })]).toEqual([false, true]);
  expect(is({ op: "includes", field: "which", value: "road" })).toBe(true);
  expect([is({ op: "answered", field: "what" }), is({ op: "answered", field: "none" })]).toEqual([
    true,
    false,
  ]);
});

test.each([
  ["fields_none", [{ ...base, key: "head", type: "heading" }]],
  ["key_shape", [{ ...what, key: "What" }]],
  ["key_taken", [what, { ...group, fields: [what] }]],
  ["label_length", [{ ...what, label: { th: " ", en: null } }]],
  ["help_length", [{ ...what, help: { th: "", en: null } }]],
  ["limits_order", [{ ...kinds["name"], minLength: 11 }]],
  ["limits_range", [{ ...kinds["papers"], max: 21 }]],
  ["limits_range", [{ ...kinds["cost"], min: 0.5 }]],
  ["options_count", [{ ...what, options: [] }]],
  ["option_taken", [{ ...what, options: [...options, options[0]] }]],
  ["formats_none", [{ ...kinds["papers"], accepts: [] }]],
  ["fields_many", Array.from({ length: 121 }, (_, at) => ({ ...what, key: `what_${at}` }))],
  ["condition_field_unknown", [more]],
  ["condition_field_later", [more, what]],
  ["condition_field_later", [{ ...what, showIf: { op: "answered", field: "what" } }]],
  ["condition_field_later", [group, { ...more, showIf: { op: "answered", field: "biting" } }]],
  ["condition_operator", [what, { ...more, showIf: { op: "at_least", field: "what", value: 1 } }]],
  ["condition_option_unknown", [what, { ...more, showIf: { op: "equals", field: "what", value: "sea" } }]],
  ["condition_empty", [what, { ...more, showIf: { op: "all", of: [] } }]],
  ["condition_deep", [what, { ...more, showIf: nested(5) }]],
])("a form is refused: %s", (kind, fields) => {
  const read = readForm({ format: 1, fields });
  expect(
    read.ok || read.refusal.kind === "form_shape" ? read : read.refusal.faults.map((f) => f.kind),
  ).toContain(kind);
});

function nested(levels: number): Condition {
  return levels === 1 ? { op: "answered", field: "what" } : { op: "not", of: nested(levels - 1) };
}

test("a definition of every type is read as it was written", () => {
  const whole = form(...Object.values(kinds), more, group);
  expect(readForm(JSON.parse(JSON.stringify(whole)))).toEqual({ ok: true, value: whole });
});

test("what is no definition is refused by its place", () => {
  const paths = (sent: unknown) => {
    const read = readForm(sent);
    return !read.ok && read.refusal.kind === "form_shape" ? read.refusal.paths : null;
  };
  expect(paths({ format: 2, fields: [] })).toEqual(["format"]);
  expect(paths({ format: 1, fields: [{ ...what, type: "script" }] })).toEqual(["fields.0.type"]);
  expect(paths({ format: 1, fields: [{ ...what, html: "<b>" }] })).toEqual(["fields.0.html"]);
  expect(paths({ format: 1, fields: [{ ...group, fields: [group] }] })).toEqual(["fields.0.fields.0.type"]);
  expect(paths({ format: 1, fields: [what, { ...more, showIf: nested(5_000) }] })).toEqual([""]);
});

test("whatever is sent, the answer is a verdict: never a throw, never an answer the form does not ask", () => {
  const whole = form(...Object.values(kinds), more, group);
  const keys = whole.fields.map(({ key }) => key);
  const anything = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 20 });
  fc.assert(
    fc.property(fc.oneof(anything, fc.jsonValue()), (sent) => {
      const walk = walkAnswers(whole, sent, now);
      for (const key of Object.keys(walk.accepted)) expect(walk.shown).toContain(key);
      expect(judgeAnswers(whole, sent, now).ok).toBe(walk.problems.length === 0);
    }),
    { numRuns: 500 },
  );
});

test("a draft keeps what a new version still asks, and is asked only for what changed", () => {
  const name = kinds["name"]!;
  const story = kinds["story"]!;
  const before = form(name, what, kinds["people"]!, kinds["phone"]!, story, group);
  const after = form(
    { ...name, type: "long_text" } as Field,
    { ...what, options: options.slice(1) } as Field,
    { ...kinds["cost"]!, key: "people" },
    kinds["mail"]!,
    { ...story, required: true } as Field,
    group,
  );
  const dogs = [{ biting: "no" }];
  const draft = { name: "สมใจ", what: "road", people: "3", phone: "0812345678", dogs };
  expect(changeOfForm(before, after, draft, now)).toEqual({
    carried: { name: "สมใจ", what: "road", dogs },
    askAgain: [
      { path: "what", reason: "no_longer_fits" },
      { path: "people", reason: "type_changed" },
      { path: "mail", reason: "new" },
      { path: "story", reason: "now_required" },
    ],
    lost: ["people", "phone"],
  });
});

test("the same version asks nothing again and loses nothing, whatever was typed", () => {
  const whole = form(...Object.values(kinds), more, group);
  const keys = whole.fields.map(({ key }) => key);
  const drafts = fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.string(), fc.array(fc.string())));
  expect(judgeForm(whole).ok).toBe(true);
  fc.assert(
    fc.property(drafts, (draft) => {
      const change = changeOfForm(whole, whole, draft, now);
      expect(change).toEqual({ carried: { ...draft }, askAgain: [], lost: [] });
    }),
  );
});
