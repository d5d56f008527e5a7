import { describe, expect, test } from "vitest";
import { judgeAnswers } from "../../forms/answers.ts";
import { readDefinition } from "../definition-schema.ts";
import { slugShape } from "../local-setting.ts";
import { servicePacks } from "./index.ts";

const now = new Date("2026-11-21T10:00:00+07:00");

test("twelve services come with the product, each under a slug of its own", () => {
  const slugs = servicePacks.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(12);
  for (const slug of slugs) expect(slug).toMatch(slugShape);
});

describe.each(servicePacks.map((pack) => [pack.slug, pack] as const))("the pack %s", (_, pack) => {
  test("is a definition that may be published, unchanged by being kept", () => {
    const kept: unknown = JSON.parse(JSON.stringify(pack.definition));
    expect(readDefinition(kept)).toEqual({ ok: true, value: pack.definition });
  });

  test("speaks both languages everywhere", () => {
    const silent: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      if ("th" in value && "en" in value && (value.th === "" || value.en === "" || value.en === null))
        silent.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(pack, pack.slug);
    expect(silent).toEqual([]);
  });

  test("accepts and refuses its own examples as it says", () => {
    const { form } = pack.definition;
    const wrongOf = (answers: unknown) => {
      const judged = judgeAnswers(form, answers, now);
      return judged.ok ? [] : judged.refusal.problems.map(({ path }) => path);
    };
    expect(pack.examples.some(({ wrong }) => wrong.length === 0)).toBe(true);
    expect(pack.examples.some(({ wrong }) => wrong.length > 0)).toBe(true);
    for (const { answers, wrong } of pack.examples) expect(wrongOf(answers)).toEqual(wrong);
  });

  test("has a place in its form for each document it tells to prepare", () => {
    const labels = pack.definition.form.fields
      .filter(({ type }) => type === "files" || type === "photo")
      .map(({ label }) => label.th);
    const homeless = pack.definition.documents.filter(
      ({ th }) => !th.includes("ไม่ต้องแนบ") && !labels.some((label) => th.startsWith(label)),
    );
    expect(homeless).toEqual([]);
  });
});

test.each(["street-light", "road-damage"])(
  "the pack %s asks for nothing besides a place in words",
  (slug) => {
    const pack = servicePacks.find((each) => each.slug === slug);
    if (!pack) throw new Error("no such pack");
    const whole = pack.examples.find(({ wrong }) => wrong.length === 0);
    const place = { line: "ซอย 3 หน้าวัดประตูแก้ว" };
    const answers = { ...(whole?.answers as object), place, landmark: "" };
    expect(judgeAnswers(pack.definition.form, answers, now)).toMatchObject({ ok: true });
  },
);
