import { expect, test } from "vitest";
import { completeCitizenId } from "../kernel/citizen-id.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { readCardReading, type CardField } from "./card-reading.ts";

const today = "2026-11-21" as BangkokDay;
const reading: Record<CardField, string> = {
  pid: completeCitizenId("110160000001"),
  fname: "สมชาย",
  lname: "ใจดี",
  birthDate: "25480320",
  mainInscl: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ",
  subInscl: "",
  correlationId: "0190f3a0-1111-7222-8333-444455556666",
};

const read = (more: Partial<Record<CardField, string>>) => readCardReading({ ...reading, ...more }, today);

test("reads what the chip told", () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: {
      firstName: "สมชาย",
      birth: { yearBe: 2548, month: 3, day: 20 },
      mainRight: "(UCS) สิทธิหลักประกันสุขภาพแห่งชาติ",
      subRight: null,
    },
  });
});

test("takes a card that knows only the year of birth, and one whose date makes no sense", () => {
  expect(read({ birthDate: "24980000" })).toMatchObject({
    value: { birth: { yearBe: 2498, month: null, day: null } },
  });
  expect(read({ birthDate: "24981399" })).toMatchObject({ value: { birth: null } });
  expect(read({ birthDate: "" })).toMatchObject({ value: { birth: null } });
});

test.each(["pid", "fname", "lname", "correlationId"] as const)("refuses a reading without %s", (field) => {
  expect(read({ [field]: "" })).toEqual({ ok: false, refusal: { kind: "card_unreadable" } });
});

test("refuses a number with a wrong checksum and a name that is none", () => {
  expect(read({ pid: "1101600000012" }).ok).toBe(false);
  expect(read({ fname: "<b>" }).ok).toBe(false);
});
