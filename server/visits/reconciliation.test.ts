import fc from "fast-check";
import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { dayKey, judgeVisit, listedDays, mendingsOf, type CodeOfDay } from "./reconciliation.ts";
import { serviceCodeStatuses } from "./service-code.ts";
import type { ServiceTypeCode } from "./service-type.ts";
import type { ListedVisit } from "./visit-list.ts";

const services = ["PG0060001", "PG0130001", "PG0150001"] as ServiceTypeCode[];
const people = ["123456789012", "223456789012"].map(completeCitizenId);
const days = ["2026-11-20", "2026-11-21"] as BangkokDay[];

const visits = fc
  .array(
    fc.record({
      citizenId: fc.constantFrom(...people),
      day: fc.constantFrom(...days),
      service: fc.constantFrom(...services),
      hn: fc.constant(null),
    }),
    { maxLength: 12 },
  )
  .map((list): ListedVisit[] => list.map((visit, at) => ({ ...visit, line: at + 2 })));
const codes = fc
  .array(
    fc.record({ service: fc.constantFrom(...services), status: fc.constantFrom(...serviceCodeStatuses) }),
    {
      maxLength: 5,
    },
  )
  .map((list): CodeOfDay[] => list.map((code, at) => ({ ...code, codeId: String(at) })));

function judged(list: readonly ListedVisit[], found: readonly CodeOfDay[]) {
  const listed = listedDays(list);
  return list.map((visit) => ({ visit, ...judgeVisit(visit, listed.get(dayKey(visit))!, found) }));
}

const one = (service: string, found: CodeOfDay[]) =>
  judged(
    [{ line: 2, citizenId: people[0]!, day: days[0]!, service: service as ServiceTypeCode, hn: null }],
    found,
  )[0]!;
const code = (service: string, status: CodeOfDay["status"]): CodeOfDay => ({
  codeId: "c",
  service: service as ServiceTypeCode,
  status,
});

test.each([
  ["closed", "matched", "c"],
  ["issued", "unclosed", "c"],
  ["used", "unclosed", "c"],
  ["expired", "unclosed", "c"],
  ["cancelled", "missing", null],
] as const)("a visit whose code is %s is %s", (status, kind, codeId) => {
  expect(one("PG0060001", [code("PG0060001", status)])).toMatchObject({ kind, codeId });
});

test("a visit with a code for something else has the wrong service, unless another row asks for that", () => {
  expect(one("PG0060001", [code("PG0130001", "issued")])).toMatchObject({
    kind: "wrong_service",
    codeId: "c",
  });
  const visit = { citizenId: people[0]!, day: days[0]!, hn: null };
  const list = services.slice(0, 2).map((service, at) => ({ ...visit, service, line: at + 2 }));
  expect(judged(list, [code("PG0130001", "closed")]).map(({ kind }) => kind)).toEqual(["missing", "matched"]);
});

test("every row gets one kind; of equal rows only the first is no duplicate", () => {
  fc.assert(
    fc.property(visits, codes, (list, found) => {
      const seen = new Set<string>();
      for (const { visit, kind } of judged(list, found)) {
        const key = `${dayKey(visit)}/${visit.service}`;
        expect(kind === "duplicate").toBe(seen.has(key));
        seen.add(key);
      }
    }),
  );
});

test("a row is matched or unclosed only by a live code of its service, and missing only without any", () => {
  fc.assert(
    fc.property(visits, codes, (list, found) => {
      for (const { visit, kind, codeId } of judged(list, found)) {
        const judgedBy = found.find((each) => each.codeId === codeId);
        const own = found.filter(
          ({ service, status }) => service === visit.service && status !== "cancelled",
        );
        if (kind === "matched" || kind === "unclosed") expect(own).toContain(judgedBy);
        if (kind === "missing" || kind === "wrong_service") expect(own).toEqual([]);
        expect(codeId === null).toBe(kind === "missing" || kind === "duplicate");
      }
    }),
  );
});

test("the judgement does not depend on the order of the codes' days or on other people's rows", () => {
  fc.assert(
    fc.property(visits, codes, (list, found) => {
      const [first] = list;
      if (!first) return;
      const alone = list.filter((visit) => dayKey(visit) === dayKey(first));
      expect(judged(alone, found)[0]).toEqual(judged(list, found)[0]);
    }),
  );
});

test("today's missing code can be asked for or issued; a code that still lives can be closed; nothing else is offered", () => {
  const row = { isToday: true, codeStatus: null } as const;
  expect(mendingsOf("missing", row)).toEqual(["ask_citizen", "issue"]);
  expect(mendingsOf("missing", { ...row, isToday: false })).toEqual([]);
  expect(mendingsOf("unclosed", { ...row, codeStatus: "used" })).toEqual(["close"]);
  expect(mendingsOf("unclosed", { ...row, codeStatus: "expired" })).toEqual([]);
  expect(mendingsOf("matched", { ...row, codeStatus: "closed" })).toEqual([]);
});
