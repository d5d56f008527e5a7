import { afterAll, beforeAll, expect, test } from "vitest";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { invited, openOffice } from "../../../tests/support/staff.ts";
import { findAgencyPlace } from "../../agencies/store/office.ts";
import { addLocalGovernment } from "./add-local-government.ts";

const administrator = { kind: "system", job: "test" } as const;
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const place = (agencyId: string) => world.ports.db.as(administrator, (tx) => findAgencyPlace(tx, agencyId));

test("a local government stands under the centre, now or once that is there, and its people may be invited", async () => {
  const early = await granted(
    addLocalGovernment(world.ports, administrator, { nameTh: " เทศบาลตำบลหนึ่ง ", nameEn: "One", slug: "one" }),
  );
  expect(await place(early.agencyId)).toMatchObject({ kind: "local_government", registrarId: null });
  const centre = await openOffice(world.ports, null);
  const late = await granted(
    addLocalGovernment(world.ports, administrator, { nameTh: "เทศบาลตำบลสอง", nameEn: "Two", slug: "two" }),
  );
  for (const { agencyId } of [early, late])
    expect(await place(agencyId)).toMatchObject({ registrarId: centre });
  expect((await invited(world.ports, late.agencyId, "officer")).path).toMatch(/^\/console\/set-password\//);
});

test("a name and a slug are given, and only once", async () => {
  const add = (nameTh: string, slug = "three") =>
    addLocalGovernment(world.ports, administrator, { nameTh, nameEn: "Three", slug });
  const { agencyId } = await granted(add("เทศบาลตำบลสาม"));
  expect(await refusal(add("เทศบาลตำบลสี่"))).toEqual({ kind: "slug_taken" });
  expect(await refusal(add("เทศบาลตำบลสี่", "สี่"))).toEqual({ kind: "slug_shape" });
  expect(await refusal(add("เทศบาลตำบลสาม"))).toEqual({ kind: "name_taken", agencyId });
  expect(await refusal(add("  "))).toEqual({ kind: "name_empty" });
});
