import { afterAll, beforeAll, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { idPictureWorld, type IdPictureWorld } from "../../tests/support/id-pictures.ts";
import { openTown } from "../../tests/support/municipality.ts";
import { granted } from "../../tests/support/people.ts";
import { addTokenOffice } from "../../server/credentials/actions/add-token-office.ts";
import { decideIdPictures } from "../../server/identity/actions/decide-id-check.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let opened: IdPictureWorld;
let open: (cookie?: string) => TestBrowser;
let office: { readonly nameTh: string; readonly nameEn: string };
beforeAll(async () => {
  opened = await idPictureWorld();
  open = testApp(opened.world);
  const { ports } = opened.world;
  // Neither is listed: who asks for no picture, and the central office of Soft Tokens, which has an address as a town has.
  const asksNone = await openTown(ports);
  await opened.all`update local_setting set id_pictures = '{}' where agency_id = ${asksNone.agencyId}`;
  office = { nameTh: "กองทดสอบ กรมทดสอบ", nameEn: "Test Division" };
  await granted(addTokenOffice(ports, { kind: "system", job: "test" }, office));
}, 60_000);
afterAll(() => opened.close());

const browserOf = async (citizen: Citizen) => open(await citizenCookie(opened.world, citizen));
const slugs = () => [opened.town.slug, opened.elsewhere.slug];
const whereTo = (answer: Response) => answer.headers.get("location");
const next = "/liff/e-service/somewhere";
const way = `?next=${encodeURIComponent(next)}`;

/** Where the links of a page lead that begin so. */
const linksOf = (page: string, begin: string) =>
  [...page.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href).filter((href) => href.startsWith(begin));

test("somebody of no town yet is led from the first page to the list of agencies, finds theirs and keeps the way on", async () => {
  const browser = await browserOf(await opened.citizen());
  const welcome = await (await browser.get("/liff/welcome")).text();
  expect(linksOf(welcome, "/liff/id-check")).toEqual(["/liff/id-check"]);
  const list = await browser.get(`/liff/id-check${way}`);
  const page = await list.text();
  expect(list.status).toBe(200);
  const leads = slugs().map((slug) => `/liff/id-check/${slug}${way}`);
  expect(linksOf(page, "/liff/id-check/").sort()).toEqual(leads.sort());
  const found = await (await browser.get(`/liff/id-check${way}&q=${opened.town.slug}`)).text();
  expect(linksOf(found, "/liff/id-check/")).toEqual([`/liff/id-check/${opened.town.slug}${way}`]);
  expect(found).toContain(`name="next" value="${next}"`);
  const none = await (await browser.get(`/liff/id-check${way}&q=${encodeURIComponent("ไม่มีที่นี่")}`)).text();
  expect(none).toContain("ไม่พบเทศบาลหรือ อบต. ชื่อนี้");
});

test("whose pictures lie with an agency is led there; who was checked sees that nothing more is needed", async () => {
  const citizen = await opened.citizen();
  await opened.sent(citizen);
  const browser = await browserOf(citizen);
  expect(whereTo(await browser.get(`/liff/id-check${way}`))).toBe(`/liff/id-check/${opened.town.slug}${way}`);
  await opened.all`update person set assurance = 'photo_checked' where id = ${citizen.personId}`;
  expect(whereTo(await browser.get(`/liff/id-check${way}`))).toBe(`/liff/assurance${way}`);
});

test("the account says that the check waits or was sent back, leads to it, and does not ask to begin one", async () => {
  const begin = "ยืนยันด้วย ThaID หรือให้เจ้าหน้าที่ตรวจรูปแทนได้";
  const citizen = await opened.citizen();
  const browser = await browserOf(citizen);
  const account = async () => (await browser.get("/liff/account")).text();
  expect(await account()).toContain(begin);
  const says = async (words: string) => {
    const page = await account();
    for (const shown of [page, await (await browser.get("/liff/welcome")).text()])
      expect(shown).toContain(words);
    expect(page).not.toContain(begin);
    expect(linksOf(page, "/liff/id-check")).toEqual(["/liff/id-check"]);
  };
  const checkId = await opened.sent(citizen);
  await says("กำลังตรวจสอบการยืนยันตัวตน");
  const lastFour = (await opened.personOf(citizen)).citizenId.slice(-4);
  const faults = [{ slot: "card_back", fault: "unclear" }] as const;
  const verdict = { kind: "send_back", faults, said: "" } as const;
  const { ports } = opened.world;
  await granted(decideIdPictures(ports, opened.town.officer, { checkId, verdict, lastFour }));
  await says("ขอรูปยืนยันตัวตนใหม่");
  await opened.all`update person set assurance = 'photo_checked' where id = ${citizen.personId}`;
  expect(linksOf(await account(), "/liff/id-check")).toEqual([]);
});

test("where more agencies stand than a page lists, the ladder leads to the list as well", async () => {
  for (let more = 0; more < 7; more += 1) await openTown(opened.world.ports);
  const browser = await browserOf(await opened.citizen());
  const ladder = await (await browser.get("/liff/assurance?need=photo_checked")).text();
  expect(linksOf(ladder, "/liff/id-check")).toEqual(["/liff/id-check"]);
});

test("among the towns whose services citizens choose from stands no central office", async () => {
  const page = await (await open().get("/liff/e-service")).text();
  for (const slug of slugs()) expect(page).toContain(`href="/liff/e-service/${slug}"`);
  expect(page).not.toContain(office.nameTh);
  const [found] = await opened.all<{ slug: string }[]>`
    select s.slug from local_setting s join agency a on a.id = s.agency_id where a.name_th = ${office.nameTh}`;
  expect((await open().get(`/liff/e-service/${found?.slug}`)).status).toBe(404);
});
