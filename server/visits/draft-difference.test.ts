import fc from "fast-check";
import { expect, test } from "vitest";
import { comparedFields, draftDifferences } from "./draft-difference.ts";
import type { TypedVisit } from "./visit-draft.ts";

const typed: TypedVisit = {
  mobile: "0997775858",
  telephones: "025103221,025792346",
  time: "09:30",
  services: ["PG0060001", "PG0130001"],
  hn: "65-1",
  an: "",
};

test("the same thing written otherwise is no difference", () => {
  const other: TypedVisit = {
    mobile: "099-777 5858",
    telephones: " 02 510 3221; 02-579-2346",
    time: "9.30",
    services: ["PG0130001", "PG0060001", "PG0060001"],
    hn: " 65-1 ",
    an: " ",
  };
  expect(draftDifferences(typed, other)).toEqual([]);
});

test("each field that means something else is named, in the order of the page", () => {
  const other: TypedVisit = {
    mobile: "0812345678",
    telephones: "025103221",
    time: "10:30",
    services: ["PG0060001"],
    hn: "65-2",
    an: "A1",
  };
  expect(draftDifferences(typed, other)).toEqual([...comparedFields]);
  for (const field of comparedFields) {
    expect(draftDifferences(typed, { ...typed, [field]: other[field] })).toEqual([field]);
  }
});

test("it does not matter whose writing comes first", () => {
  const text = fc.string({ maxLength: 12 });
  const written = fc.record({
    mobile: text,
    telephones: text,
    time: text,
    services: fc.array(fc.constantFrom("PG0060001", "PG0130001"), { maxLength: 3 }),
    hn: text,
    an: text,
  });
  fc.assert(
    fc.property(written, written, (one, other) => {
      expect(draftDifferences(one, other)).toEqual(draftDifferences(other, one));
      expect(draftDifferences(one, one)).toEqual([]);
    }),
  );
});
