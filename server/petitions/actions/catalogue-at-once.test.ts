import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { dropCategory, makeCategory, moveCategory, renameCategory } from "./change-categories.ts";
import { closeUnit, makeUnit, renameUnit, seeUnits, setUnitMembers } from "./change-units.ts";
import { makeService } from "./make-service.ts";
import { placeMember } from "./place-member.ts";
import { placeService } from "./place-service.ts";
import { closeService } from "./publish-service.ts";
import { seeServices } from "./see-services.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const rounds = [0, 1, 2, 3, 4, 5];
const category = (nameTh: string) =>
  makeCategory(world.ports, town.localAdmin, {
    ...{ nameTh, nameEn: "", parentId: "" },
    requestKey: world.ports.random.uuid(),
  });
const unit = (nameTh: string) => makeUnit(world.ports, town.localAdmin, { nameTh, nameEn: "" });
const service = (categoryId: string) =>
  makeService(world.ports, town.localAdmin, {
    ...{ nameTh: "ขอยืมเต็นท์", nameEn: "", categoryId, unitId: "", copyOf: "" },
    requestKey: world.ports.random.uuid(),
  });
type Said = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } };
const said = (one: Said) => (one.ok ? "done" : one.refusal.kind);

test("a category that is emptied has no service made or put in it at the same moment", async () => {
  const { serviceId } = await granted(service(town.categoryId));
  for (const round of rounds) {
    const { categoryId } = await granted(category(`หมวดว่าง ${round}`));
    const place = { serviceId, categoryId, unitId: "" };
    const [into, dropped] = await Promise.all([
      round % 2 === 0 ? service(categoryId) : placeService(world.ports, town.localAdmin, place),
      dropCategory(world.ports, town.localAdmin, { categoryId }),
    ]);
    expect([
      ["done", "category_used"],
      ["category_missing", "done"],
    ]).toContainEqual([said(into), said(dropped)]);
  }
  const lost = await all`select id from service s where agency_id = ${town.agencyId}
    and not exists (select from service_category c where c.agency_id = s.agency_id and c.id = s.category_id)`;
  expect(lost).toEqual([]);
});

test("of a category that is dropped and a sub-menu made in it at once, one is refused", async () => {
  for (const round of rounds) {
    const { categoryId: parentId } = await granted(category(`หมวดแม่ ${round}`));
    const inner = { nameTh: `หมวดย่อย ${round}`, nameEn: "", parentId, requestKey: `inner ${round}` };
    const both = await Promise.all([
      makeCategory(world.ports, town.localAdmin, inner),
      dropCategory(world.ports, town.localAdmin, { categoryId: parentId }),
    ]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  }
});

test("of three forms that give categories or units one name at once, one does", async () => {
  for (const round of rounds) {
    const [name, other] = [`ชื่อเดียว ${round}`, `ชื่อเดิม ${round}`];
    const { categoryId } = await granted(category(other));
    const { unitId } = await granted(unit(other));
    const names = { nameTh: name, nameEn: "" };
    const categories = await Promise.all([
      category(name),
      category(name),
      renameCategory(world.ports, town.localAdmin, { categoryId, ...names }),
    ]);
    const units = await Promise.all([
      unit(name),
      unit(name),
      renameUnit(world.ports, town.localAdmin, { unitId, ...names }),
    ]);
    const once = ["done", "name_taken", "name_taken"];
    expect([categories.map(said).sort(), units.map(said).sort()]).toEqual([once, once]);
  }
});

test("categories moved by many at once stand each in a place of its own", async () => {
  const { categories } = await seeServices(world.ports, town.localAdmin);
  const moves = categories
    .filter(({ parentId }) => parentId === null)
    .map(({ id }, n) =>
      moveCategory(world.ports, town.localAdmin, { categoryId: id, by: n % 2 === 0 ? 1 : -1 }),
    );
  expect(new Set((await Promise.all(moves)).map(said))).toEqual(new Set(["done"]));
  const places = await all`select position from service_category
    where agency_id = ${town.agencyId} and parent_id is null`;
  expect(new Set(places.map((row) => Number(row["position"]))).size).toBe(moves.length);
});

test("a unit's people put in by several at once are in it once each", async () => {
  const staffIds = [town.officer.staffId, town.other.staffId];
  for (const round of rounds) {
    const { unitId } = await granted(unit(`กองคนเดียว ${round}`));
    const member = { staffId: town.other.staffId, level: "officer", unitIds: [unitId] };
    const put = await Promise.all([
      setUnitMembers(world.ports, town.localAdmin, { unitId, staffIds }),
      placeMember(world.ports, town.localAdmin, member),
      setUnitMembers(world.ports, town.localAdmin, { unitId, staffIds }),
    ]);
    expect(put.map(said)).toEqual(["done", "done", "done"]);
    const { units } = await seeUnits(world.ports, town.localAdmin);
    expect([...(units.find(({ id }) => id === unitId)?.memberIds ?? [])].sort()).toEqual(staffIds.sort());
  }
});

test("of a unit that is closed and a service that is sent to it at once, one is refused", async () => {
  const { serviceId } = await granted(service(town.categoryId));
  for (const round of rounds) {
    const { unitId } = await granted(unit(`กองที่ปิด ${round}`));
    const place = { serviceId, categoryId: town.categoryId, unitId };
    const both = await Promise.all([
      placeService(world.ports, town.localAdmin, place),
      closeUnit(world.ports, town.localAdmin, { unitId, closed: true }),
    ]);
    expect([
      ["done", "unit_used"],
      ["unit_missing", "done"],
    ]).toContainEqual(both.map(said));
  }
});

test("of a closed service that is opened again and its unit closed at once, one is refused", async () => {
  const { serviceId } = await town.serviceOf();
  const { categoryId } = town;
  for (const round of rounds) {
    const { unitId } = await granted(unit(`กองที่เปิดปิด ${round}`));
    await granted(closeService(world.ports, town.localAdmin, { serviceId, closed: true }));
    await granted(placeService(world.ports, town.localAdmin, { serviceId, categoryId, unitId }));
    const both = await Promise.all([
      closeService(world.ports, town.localAdmin, { serviceId, closed: false }),
      closeUnit(world.ports, town.localAdmin, { unitId, closed: true }),
    ]);
    expect([
      ["done", "unit_used"],
      ["unit_closed", "done"],
    ]).toContainEqual(both.map(said));
  }
});
