import { expect, test } from "vitest";
import { plainService } from "../../tests/support/municipality.ts";
import type { Field } from "../forms/field.ts";
import { newField } from "../forms/new-field.ts";
import { reversed, stepBetween } from "./definition-step.ts";
import type { ServiceDefinition } from "./service-definition.ts";

const before = plainService();
const first = { label: { th: "ชื่อร้าน", en: null }, options: [] };
const withFields = (fields: readonly Field[]): ServiceDefinition => ({
  ...before,
  form: { ...before.form, fields },
});
const shop = newField("text", "shop", first);
const { fields } = before.form;

test("what was added, removed or changed is told by its question, inside a group too", () => {
  const group = newField("group", "people", { label: { th: "ผู้ร่วมยื่น", en: null }, options: [] });
  const added = withFields([...fields, shop]);
  expect(stepBetween(before, added)).toEqual({ kind: "added", label: "ชื่อร้าน" });
  expect(stepBetween(added, before)).toEqual({ kind: "removed", label: "ชื่อร้าน" });
  const named = withFields([...fields, { ...shop, label: { th: "ชื่อร้านค้า", en: null } }]);
  expect(stepBetween(added, named)).toEqual({ kind: "changed", label: "ชื่อร้านค้า" });
  if (group.type !== "group") throw new Error("no group");
  const empty = withFields([{ ...group, fields: [] }]);
  const full = withFields([{ ...group, fields: [newField("phone", "phone", first)] as typeof group.fields }]);
  expect(stepBetween(empty, full)).toEqual({ kind: "added", label: "ชื่อร้าน" });
});

test("another order is a move, and what stands outside the form is told as that", () => {
  const [one, two] = [withFields([shop, ...fields]), withFields([...fields, shop])];
  expect(stepBetween(one, two)).toEqual({ kind: "moved", label: null });
  expect(stepBetween(before, { ...before, tellsBySms: true })).toEqual({ kind: "elsewhere", label: null });
});

test("taking back an addition removes, and the other way round", () => {
  expect(reversed({ kind: "added", label: "ก" })).toEqual({ kind: "removed", label: "ก" });
  expect(reversed({ kind: "removed", label: "ก" })).toEqual({ kind: "added", label: "ก" });
  expect(reversed({ kind: "changed", label: "ก" })).toEqual({ kind: "changed", label: "ก" });
});
