import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { askingRefusal, askingRefusals, checkPlace } from "./asking.ts";

const today = "2026-11-21" as BangkokDay;
const open = { validFrom: "2026-01-01" as BangkokDay, validUntil: null };
const past = { validFrom: "2026-01-01" as BangkokDay, validUntil: "2026-11-20" as BangkokDay };
const place = { qrRevokedAt: null, facilityClosedAt: null, serviceType: open, offer: open };
const before = new Date("2026-11-20T00:00:00Z");

test("issues at an open facility that offers a service in force", () => {
  expect(checkPlace(place, today)).toEqual({ ok: true, value: undefined });
});

test.each([
  ["qr_revoked", { qrRevokedAt: before, facilityClosedAt: before, offer: null }],
  ["facility_closed", { facilityClosedAt: before, offer: null }],
  ["service_not_offered", { offer: null }],
  ["service_not_offered", { offer: past }],
  ["service_not_offered", { serviceType: past }],
  ["service_not_offered", { serviceType: null }],
])("refuses with %s for %j", (kind, change) => {
  expect(checkPlace({ ...place, ...change }, today)).toEqual({ ok: false, refusal: { kind } });
});

test("takes every kind that the database may refuse with, and treats another as a fault", () => {
  for (const kind of askingRefusals) expect(askingRefusal(kind)).toEqual({ kind });
  expect(() => askingRefusal("disk_full")).toThrow("unknown kind");
});
