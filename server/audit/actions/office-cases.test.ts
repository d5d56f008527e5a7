import { afterAll, beforeAll, expect, test } from "vitest";
import { pictureWorld, type PictureWorld } from "../../../tests/support/kept-pictures.ts";
import { layPerson } from "../../../tests/support/lay-visits.ts";
import { granted } from "../../../tests/support/people.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { confirmVisit } from "../../visits/actions/confirm-visit.ts";
import { seePicture } from "../../visits/actions/see-picture.ts";
import type { Hcode } from "../../visits/facility.ts";
import { answerCase } from "./answer-case.ts";
import { reportLook } from "./report-look.ts";
import { seeCases } from "./see-cases.ts";
import { seeLooks } from "./see-looks.ts";

let at: PictureWorld;
beforeAll(async () => {
  at = await pictureWorld();
});
afterAll(() => at.close());

/** Somebody whose picture the registrar opened, and who says that this was not right. */
async function reported(): Promise<Citizen> {
  const { ports, clock } = at.world;
  const person = await layPerson(ports);
  const saved = await at.drafted(person, await at.kept(person));
  const [issued] = (await granted(confirmVisit(ports, at.clerk, saved))).codes;
  if (!issued) throw new Error("no code was issued");
  const { code } = issued;
  const asked = { day: bangkokDay(clock.now()), hcode: "99901" as Hcode, code, reason: "ตรวจสอบการเบิกจ่าย" };
  await granted(seePicture(ports, at.registrar, asked));
  const line = { channel: "c", lineUserId: `U${person.id.replaceAll("-", "")}` };
  const citizen: Citizen = { kind: "citizen", personId: person.id, unlocked: true, ...line };
  const { looks } = await granted(seeLooks(ports, citizen, { turn: null }));
  const look = looks.find(({ what }) => what === "picture");
  expect(look).toMatchObject({ agencyTh: "เขต 1", purpose: "ตรวจสอบการเบิกจ่าย" });
  await granted(reportLook(ports, citizen, { lookId: look?.id ?? "", text: "ไม่ทราบเรื่อง" }));
  return citizen;
}

test("what a registrar looked at is answered by the office above, and neither by the office nor by a facility", async () => {
  const { ports } = at.world;
  const citizen = await reported();
  const { cases } = await seeCases(ports, at.centre, null);
  const [told] = cases;
  expect(told).toMatchObject({ agencyTh: "เขต 1", isOwn: true, words: { said: "ไม่ทราบเรื่อง" } });
  const answer = (by: Staff) => answerCase(ports, by, { caseId: told?.id ?? "", text: "ตรวจสอบแล้ว" });
  for (const other of [at.registrar, at.registrarElsewhere, at.clerk]) {
    expect(await answer(other)).toEqual({ ok: false, refusal: { kind: "case_missing" } });
    expect((await seeCases(ports, other, null)).cases).toEqual([]);
  }
  await granted(answer(at.centre));
  const { looks } = await granted(seeLooks(ports, citizen, { turn: null }));
  expect(looks.find(({ what }) => what === "picture")?.words).toEqual({
    said: "ไม่ทราบเรื่อง",
    answer: "ตรวจสอบแล้ว",
  });
});

test("the office above sees a facility's case, and leaves the answer to the facility", async () => {
  const { ports } = at.world;
  const person = await layPerson(ports);
  await at.kept(person);
  const line = { channel: "c", lineUserId: `U${person.id.replaceAll("-", "")}` };
  const citizen: Citizen = { kind: "citizen", personId: person.id, unlocked: true, ...line };
  const [look] = (await granted(seeLooks(ports, citizen, { turn: null }))).looks;
  await granted(reportLook(ports, citizen, { lookId: look?.id ?? "", text: "ไม่ได้ไป" }));
  const { cases } = await seeCases(ports, at.centre, null);
  const told = cases.find(({ words }) => words.said === "ไม่ได้ไป");
  expect(told?.isOwn).toBe(false);
  const given = { caseId: told?.id ?? "", text: "ตรวจสอบแล้ว" };
  expect(await answerCase(ports, at.centre, given)).toMatchObject({ refusal: { kind: "case_missing" } });
  await granted(answerCase(ports, at.clerk, given));
});
