import { expect, test } from "vitest";
import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ServiceType } from "./service-type.ts";
import { readDraft, readTelephones, type TypedDraft } from "./visit-draft.ts";

const now = new Date("2026-11-21T10:00:00+07:00");
const day = "2026-11-21" as BangkokDay;
const offers = ["PG0060001", "PG0130001"].map((code) => ({
  code,
  kind: "main",
  nameTh: code,
  nameEn: code,
  validFrom: "2020-01-01",
  validUntil: null,
})) as unknown as ServiceType[];

const typed: TypedDraft = {
  mobile: "0997775858",
  telephones: "025103221, 025792346",
  time: "09:30",
  services: ["PG0060001", "PG0130001"],
  hn: " 65-001234 ",
  an: "",
  hasPicture: true,
};

const refusals = (more: Partial<TypedDraft>) => {
  const read = readDraft({ ...typed, ...more }, offers, day, now);
  return read.ok ? [] : read.refusal.fields.map(({ field, refusal }) => [field, refusal.kind]);
};

test("reads what a clerk typed", () => {
  expect(readDraft(typed, offers, day, now)).toEqual({
    ok: true,
    value: {
      mobile: "+66997775858",
      telephones: ["025103221", "025792346"],
      cameAt: new Date("2026-11-21T09:30:00+07:00"),
      services: ["PG0060001", "PG0130001"],
      hn: "65-001234",
      an: null,
    },
  });
});

test("names every field that is wrong, in the order of the page", () => {
  expect(
    refusals({
      hasPicture: false,
      mobile: "02510",
      telephones: "12",
      time: "25:00",
      services: [],
      hn: "x".repeat(21),
    }),
  ).toEqual([
    ["picture", "picture_missing"],
    ["mobile", "phone_length"],
    ["telephones", "telephone_shape"],
    ["time", "time_shape"],
    ["services", "services_none"],
    ["hn", "hospital_number_long"],
  ]);
});

test("a person cannot have come later than now, but any hour of a day before is taken", () => {
  expect(refusals({ time: "10:01" })).toEqual([["time", "time_future"]]);
  expect(refusals({ time: "10.00" })).toEqual([]);
  expect(refusals({ time: "๐๙:๓๐" })).toEqual([]);
  expect(refusals({ time: "๑๐:๐๑" })).toEqual([["time", "time_future"]]);
  expect(readDraft({ ...typed, time: "23:59" }, offers, "2026-11-20" as BangkokDay, now).ok).toBe(true);
});

test("a service that the facility does not offer is refused, and one ticked twice counts once", () => {
  expect(refusals({ services: ["PG0060001", "PG9999999"] })).toEqual([["services", "service_not_offered"]]);
  const twice = readDraft({ ...typed, services: ["PG0060001", "PG0060001"] }, offers, day, now);
  expect(twice.ok && twice.value.services).toEqual(["PG0060001"]);
});

test("telephones take Thai digits and refuse what cannot be dialled", () => {
  expect(readTelephones("๐๒๕๑๐๓๒๒๑")).toEqual({ ok: true, value: ["025103221"] });
  expect(readTelephones("")).toEqual({ ok: true, value: [] });
  expect(readTelephones("025103221,=cmd")).toMatchObject({ ok: false, refusal: { text: "=cmd" } });
});
