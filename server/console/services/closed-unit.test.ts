import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp } from "../../../tests/support/app.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { cameIn } from "../../../tests/support/staff.ts";
import { closeUnit } from "../../petitions/actions/change-units.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await townWorld();
});
afterAll(() => world.close());

test("who opens a service again whose unit is closed is led to choose another unit first", async () => {
  const town = await openTown(world.ports);
  const { browser } = await cameIn(world.ports, testApp(world), town.agencyId, "local_admin");
  const { serviceId } = await town.serviceOf();
  const address = `/console/services/${serviceId}`;
  await browser.post(`${address}/close`);
  await granted(closeUnit(world.ports, town.localAdmin, { unitId: town.unitIds[0], closed: true }));
  const refused = await browser.post(`${address}/open`);
  const page = await refused.text();
  expect(refused.status).toBe(409);
  expect(page).toContain("หน่วยงานที่รับเรื่องของบริการนี้ปิดไปแล้ว");
  expect(page).toContain('<a href="#unitId">');
  const { categoryId, unitIds } = town;
  await browser.post(`${address}/place`, { categoryId, unitId: unitIds[1] });
  const opened = await browser.post(`${address}/open`);
  expect(opened.headers.get("location")).toBe(`${address}/versions?done=opened`);
});
