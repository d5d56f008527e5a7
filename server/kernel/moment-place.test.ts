import fc from "fast-check";
import { expect, test } from "vitest";
import { makeMomentPlace, parseMomentPlace } from "./moment-place.ts";

test("reads back the place it wrote", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("2200-01-01"), noInvalidDate: true }),
      fc.uuid(),
      (at, id) => {
        expect(parseMomentPlace(makeMomentPlace({ at, id }))).toEqual({ at, id });
      },
    ),
  );
});

test("reads no place out of what is none", () => {
  for (const text of ["", "1.2", "x.0b8f7a8e-0000-7000-8000-000000000000", "1'; drop table"]) {
    expect(parseMomentPlace(text)).toBe(null);
  }
});
