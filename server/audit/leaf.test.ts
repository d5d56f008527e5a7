import fc from "fast-check";
import { expect, test } from "vitest";
import { leafText, readLeaf, type KeptEntry } from "./leaf.ts";

const text = fc.string({ unit: "grapheme" });
const maybe = fc.option(text, { nil: null });
const entries: fc.Arbitrary<KeptEntry> = fc.record({
  id: text,
  at: text,
  action: text,
  actorKind: text,
  actorId: maybe,
  agencyId: maybe,
  personId: maybe,
  subjectId: maybe,
  refs: text,
  tx: text,
});

test("no two entries are written down alike, and each is read as it was", () => {
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      expect(readLeaf(JSON.parse(leafText(one)))).toEqual(one);
      const isSame = JSON.stringify(one) === JSON.stringify(other);
      expect(leafText(one) === leafText(other)).toBe(isSame);
    }),
  );
});

test("stays as it was first sealed, letter for letter", () => {
  const entry: KeptEntry = {
    id: "0197a000-0000-7000-8000-000000000001",
    at: "1795230245678",
    action: "service_code.issued",
    actorKind: "citizen",
    actorId: null,
    agencyId: "0197a000-0000-7000-8000-000000000002",
    personId: null,
    subjectId: 'ก"\n',
    refs: '{"n": 1.50}',
    tx: "771",
  };
  expect(leafText(entry)).toBe(
    '["pratu.audit.1","0197a000-0000-7000-8000-000000000001","1795230245678","service_code.issued","citizen",null,' +
      '"0197a000-0000-7000-8000-000000000002",null,"ก\\"\\n","{\\"n\\": 1.50}","771"]',
  );
});

test("reads no other form", () => {
  for (const wrong of [null, {}, [], ["pratu.audit.2", ...Array<string>(10).fill("")], ["pratu.audit.1"]]) {
    expect(readLeaf(wrong)).toBe(null);
  }
});
