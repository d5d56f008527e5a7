import { expect, test } from "vitest";
import { servicesFound } from "./catalogue.ts";
import { servicePacks } from "./packs/index.ts";

const services = servicePacks.map(({ slug, definition }) => ({ slug, ...definition }));
const found = (query: string) => servicesFound(services, query).map(({ slug }) => slug);

test.each([
  ["ไฟดับ", "street-light"],
  ["ซ่อมหลอดไฟถนน", "street-light"],
  ["ถนน ซ่อม หลอดไฟ", "street-light"],
  ["STREET light", "street-light"],
  ["น้ำประปา", "water-supply"],
  ["เด็กแรกเกิด", "child-grant"],
])("%s finds the service it is about", (query, slug) => {
  expect(found(query)).toContain(slug);
});

test.each(["ไฟดับ ปวดท้อง", "ปวดท้อง", "!!!", "   "])("%j finds nothing", (query) => {
  expect(found(query)).toEqual([]);
});
