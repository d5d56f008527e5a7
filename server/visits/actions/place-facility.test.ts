import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgency } from "../../agencies/actions/find-agency.ts";
import { findAgencyPlace } from "../../agencies/store/office.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { openOffice } from "../../../tests/support/staff.ts";
import { addFacility } from "./add-facility.ts";
import { placeFacility } from "./place-facility.ts";

const administrator = { kind: "system", job: "test" } as const;
const hospital = { nameTh: "โรงพยาบาลทดสอบ", nameEn: "Test Hospital", services: ["PG0060001"] };
let world: TestWorld;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

const place = (agencyId: string) => world.ports.db.as(administrator, (tx) => findAgencyPlace(tx, agencyId));

test("a facility goes under its region's office, now or once that is there", async () => {
  const { agencyId } = await granted(
    addFacility(world.ports, administrator, { ...hospital, hcode: "98001" }),
  );
  const office = await openOffice(world.ports, 4);
  expect(await place(agencyId)).toMatchObject({ region: null, registrarId: null });
  await granted(placeFacility(world.ports, administrator, { hcode: "98001", region: 4 }));
  expect(await place(agencyId)).toMatchObject({ region: 4, registrarId: office });
  const early = await granted(
    addFacility(world.ports, administrator, { ...hospital, hcode: "98002", region: 5 }),
  );
  const fifth = await openOffice(world.ports, 5);
  expect(await place(early.agencyId)).toMatchObject({ region: 5, registrarId: fifth });
});

test("nothing is placed that is no facility, or where no office is", async () => {
  const kind = async (hcode: string, region: number) =>
    (
      await refusal<unknown, { readonly kind: string }>(
        placeFacility(world.ports, administrator, { hcode, region }),
      )
    ).kind;
  await granted(addFacility(world.ports, administrator, { ...hospital, hcode: "98003" }));
  expect(await kind("9800", 1)).toBe("hcode_shape");
  expect(await kind("98099", 1)).toBe("no_facility");
  expect(await kind("98003", 77)).toBe("no_office");
  expect(await kind("98003", Number.NaN)).toBe("no_office");
  const nowhere = { ...hospital, hcode: "98005", region: Number.NaN };
  expect(await refusal(addFacility(world.ports, administrator, nowhere))).toEqual({ kind: "region_shape" });
});

test("an agency is found by hcode, region, or as the centre", async () => {
  const { agencyId } = await granted(
    addFacility(world.ports, administrator, { ...hospital, hcode: "98004" }),
  );
  const centre = await openOffice(world.ports, null);
  expect(await findAgency(world.ports, administrator, { hcode: "98004" })).toEqual({
    ok: true,
    value: { agencyId },
  });
  expect(await findAgency(world.ports, administrator, { region: null })).toEqual({
    ok: true,
    value: { agencyId: centre },
  });
  for (const named of [{ hcode: "98098" }, { region: 66 }, { region: Number.NaN }])
    expect(await findAgency(world.ports, administrator, named)).toEqual({
      ok: false,
      refusal: { kind: "no_agency" },
    });
});
