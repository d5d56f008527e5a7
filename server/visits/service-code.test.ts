import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { readVectors } from "../../tests/vectors/read-vectors.ts";
import { codeNumberLimit } from "./code-permutation.ts";
import {
  codeMovers,
  formatServiceCode,
  makeCode,
  moveCode,
  parseClosingCode,
  parseServiceCode,
  serviceCodeStatuses,
  visibleStatus,
  whoMayCancel,
  type ServiceCodeRefusal,
} from "./service-code.ts";

const expiresAt = endOfBangkokDay("2026-11-21" as BangkokDay);
const noon = new Date("2026-11-21T05:00:00Z");

test.each(readVectors("service-code.txt"))("reads %j as %s", (text, expected, named = "") => {
  const read = parseServiceCode(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

test.each(readVectors("closing-code.txt"))("reads %j as closing code %s", (text, expected, named = "") => {
  const read = parseClosingCode(text);
  expect(read.ok ? [read.value, ""] : [read.refusal.kind, naming(read.refusal)]).toEqual([expected, named]);
});

function naming(refusal: ServiceCodeRefusal): string {
  if (refusal.kind === "service_code_empty") return "";
  if (refusal.kind === "service_code_prefix") return refusal.prefix;
  if (refusal.kind === "service_code_length") return String(refusal.digits);
  return `${refusal.seen}${refusal.digit ?? ""}`;
}

test("reads back what it writes, service and closing codes never mixed up", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: codeNumberLimit - 1 }), (number) => {
      const service = makeCode("PP", number);
      const closing = makeCode("EP", number);
      expect(parseServiceCode(formatServiceCode(service))).toEqual({ ok: true, value: service });
      expect(parseClosingCode(formatServiceCode(closing))).toEqual({ ok: true, value: closing });
      expect(parseServiceCode(closing).ok || parseClosingCode(service).ok).toBe(false);
    }),
  );
});

test("writes a code in groups", () => {
  expect(formatServiceCode(makeCode("PP", 1234567890))).toBe("PP 1234 567 890");
  expect(() => makeCode("PP", codeNumberLimit)).toThrow(RangeError);
});

test("shows an issued code as expired from the first instant of the next day, and no other", () => {
  expect(visibleStatus({ status: "issued", expiresAt }, expiresAt)).toBe("issued");
  const midnight = new Date(expiresAt.getTime() + 1);
  for (const status of serviceCodeStatuses) {
    expect(visibleStatus({ status, expiresAt }, midnight)).toBe(status === "issued" ? "expired" : status);
  }
});

test("lets the citizen cancel until the counter has used it, and the facility's admin until it is closed", () => {
  expect(serviceCodeStatuses.map((status) => whoMayCancel(status))).toEqual([
    ["citizen", "facility_admin"],
    ["facility_admin"],
    [],
    [],
    [],
  ]);
});

test("moves along these lines only: issued, used, closed; cancelled or expired for good", () => {
  const moves = serviceCodeStatuses.flatMap((status) =>
    serviceCodeStatuses.flatMap((to) =>
      codeMovers
        .filter((mover) => moveCode({ status, expiresAt }, to, mover, noon).ok)
        .map((mover) => `${status} → ${to} by ${mover}`),
    ),
  );
  expect(moves).toEqual([
    "issued → used by clerk",
    "issued → used by facility_admin",
    "issued → cancelled by citizen",
    "issued → cancelled by facility_admin",
    "used → closed by clerk",
    "used → closed by facility_admin",
    "used → cancelled by facility_admin",
  ]);
});

test("lets an issued code only expire once its day is over", () => {
  const nextDay = new Date(expiresAt.getTime() + 1);
  const code = { status: "issued", expiresAt } as const;
  expect(moveCode(code, "expired", "time", nextDay)).toEqual({ ok: true, value: "expired" });
  expect(moveCode(code, "cancelled", "citizen", nextDay)).toEqual({
    ok: false,
    refusal: { kind: "code_move_refused", status: "expired" },
  });
});
