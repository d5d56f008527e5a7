import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp } from "../../tests/support/app.ts";
import { idPictureWorld, type IdPictureWorld } from "../../tests/support/id-pictures.ts";
import { granted } from "../../tests/support/people.ts";
import { citizenMailPart } from "../../server/console/mail/citizen-mail.ts";
import { decideIdPictures } from "../../server/identity/actions/decide-id-check.ts";
import type { IdPictureFault } from "../../server/identity/id-check.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { findToldIdCheck } from "../../server/notices/desk/read-id-check.ts";

let at: IdPictureWorld;
beforeAll(async () => {
  at = await idPictureWorld();
  await at.all`update local_setting set phone = '02 000 0009', address_th = '9 ถนนทดสอบ'
    where agency_id = ${at.town.agencyId}`;
}, 60_000);
afterAll(() => at.close());

async function sentBack(citizen: Citizen, fault: IdPictureFault): Promise<string> {
  const checkId = await at.sent(citizen);
  const lastFour = (await at.personOf(citizen)).citizenId.slice(-4);
  const verdict = { kind: "send_back", faults: [{ slot: "card_front", fault }], said: "" } as const;
  await granted(decideIdPictures(at.world.ports, at.town.officer, { checkId, verdict, lastFour }));
  return checkId;
}

async function pageOf(citizen: Citizen): Promise<string> {
  const browser = testApp(at.world)(await citizenCookie(at.world, citizen));
  return (await browser.get(`/liff/id-check/${at.town.slug}`)).text();
}

async function mailOf(checkId: string, language: "th" | "en" = "th") {
  const { agencyId } = at.town;
  const check = await at.world.ports.db.as({ kind: "system", job: "test" }, (tx) =>
    findToldIdCheck(tx, agencyId, checkId),
  );
  if (!check) throw new Error("no such check");
  const to = { language, now: at.world.clock.now(), name: "สมใจ ใจดี" };
  return citizenMailPart({ kind: "id_check_sent_back", check }, to)?.facts.map((fact) => fact.join(": "));
}

test("whose name differs sees the one registered, how it is put right, also once a new picture is there", async () => {
  const citizen = await at.citizen();
  await sentBack(citizen, "name_differs");
  const said = ["สมใจ ใจดี", "ลงทะเบียนชื่อไว้ผิด", "ระบบจะใช้ชื่อตาม ThaID", "9 ถนนทดสอบ", "tel:020000009"];
  const page = await pageOf(citizen);
  for (const words of [...said, "/liff/assurance"]) expect(page).toContain(words);
  await at.kept(citizen, ["card_front"]);
  expect(await pageOf(citizen)).toContain("ระบบจะใช้ชื่อตาม ThaID");
});

test("the mail says the same, in either language", async () => {
  const checkId = await sentBack(await at.citizen(), "name_differs");
  const facts = await mailOf(checkId);
  expect(facts).toContain("ชื่อที่ลงทะเบียนไว้: สมใจ ใจดี");
  expect(facts).toContain("ติดต่อหน่วยงาน: 9 ถนนทดสอบ 02 000 0009");
  expect(facts?.join()).toContain("ระบบจะใช้ชื่อตาม ThaID");
  expect((await mailOf(checkId, "en"))?.join()).toContain("takes the place of the one registered");
});

test("of another fault, only new pictures are asked for", async () => {
  const citizen = await at.citizen();
  const checkId = await sentBack(citizen, "unclear");
  expect(await pageOf(citizen)).not.toContain("ลงทะเบียนชื่อไว้ผิด");
  expect((await mailOf(checkId))?.join()).not.toContain("ชื่อที่ลงทะเบียนไว้:");
});
