import fc from "fast-check";
import { expect, test } from "vitest";
import { mayTravelBy, media, type Medium } from "./notice.ts";
import { nextWay, tellingRules, usualChoice, waysOf, type Telling, type TellingKind } from "./ways.ts";

const kinds = Object.keys(tellingRules) as TellingKind[];
const telling = fc.record({
  kind: fc.constantFrom(...kinds),
  mustArrive: fc.boolean(),
  bySms: fc.boolean(),
}) as fc.Arbitrary<Telling>;
const each = fc.record({ line: fc.boolean(), sms: fc.boolean(), mail: fc.boolean() });

test("goes by no channel twice, and by none that does not reach the person", () => {
  fc.assert(
    fc.property(telling, each, each, (told, reach, choice) => {
      const ways = waysOf(told, reach, choice);
      expect(new Set(ways).size).toBe(ways.length);
      expect(ways.every((medium) => reach[medium] && mayTravelBy(told.kind, medium))).toBe(true);
    }),
  );
});

test("tells whoever is reached by LINE or mail, whatever they switched off", () => {
  fc.assert(
    fc.property(telling, each, each, (told, reach, choice) => {
      const ways = waysOf(told, reach, choice);
      const reached = (["line", "mail"] as const).some((one) => reach[one] && mayTravelBy(told.kind, one));
      if (reached) expect(ways.some((medium) => medium !== "sms")).toBe(true);
    }),
  );
});

test("sends a completed petition by mail and LINE, both where both reach, whatever was chosen", () => {
  fc.assert(
    fc.property(each, each, (reach, choice) => {
      const told = { kind: "petition_completed", mustArrive: false, bySms: false } as const;
      const ways = waysOf(told, reach, choice);
      for (const medium of ["line", "mail"] as const) expect(ways.includes(medium)).toBe(reach[medium]);
    }),
  );
});

test("spends an SMS only where the service sends one, or on what must arrive and reaches nobody otherwise", () => {
  fc.assert(
    fc.property(telling, each, (told, reach) => {
      const ways = waysOf(told, reach, usualChoice);
      const must = told.mustArrive || tellingRules[told.kind].mustArrive;
      if (ways.includes("sms")) expect(told.bySms || (must && ways.length === 1)).toBe(true);
    }),
  );
});

test("goes through the channels one after the other until none is left, each once", () => {
  fc.assert(
    fc.property(telling, each, (told, reach) => {
      const tried: Medium[] = [];
      for (let next = nextWay(told, reach, tried); next !== null; next = nextWay(told, reach, tried)) {
        expect(tried).not.toContain(next);
        tried.push(next);
      }
      expect(tried.length).toBeLessThanOrEqual(media.length);
    }),
  );
});
