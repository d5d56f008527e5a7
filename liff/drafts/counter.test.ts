import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../tests/support/app.ts";
import { openTown, plainService, townWorld, type Town } from "../../tests/support/municipality.ts";
import { granted } from "../../tests/support/people.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import { join, joiner } from "../../tests/support/web-joiner.ts";
import { takeDraftHandOver } from "../../server/petitions/actions/take-draft-hand-over.ts";

let world: TestWorld;
let town: Town;
let slug: string;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
  town = await openTown(world.ports);
  ({ slug } = await town.serviceOf(plainService({ assurance: "thaid" })));
}, 60_000);
afterAll(() => world.close());

const whereTo = (answer: Response) => answer.headers.get("location") ?? "";
const textOf = async (answer: Promise<Response>) => (await answer).text();

/** Somebody who joined, and the address of a draft they began and saved. */
async function begun() {
  const { cookie } = await join(world, open, joiner());
  const browser = open(cookie);
  const here = whereTo(await browser.post(`/liff/e-service/${town.slug}/${slug}/start`));
  const form = new FormData();
  for (const [name, value] of Object.entries({ place: "หน้าวัด", seen: "1", do: "save" }))
    form.set(name, value);
  await browser.postForm(here, form);
  return { browser, here };
}
const numberOn = (page: string) => /aria-label="เลขส่งต่อ ([\d ,]+)"/.exec(page)?.[1]?.replace(/\D/g, "") ?? "";

test("the form's own button saves and leads to the counter's page; one press gives the number, another a new one", async () => {
  const { browser, here } = await begun();
  const form = new FormData();
  for (const [name, value] of Object.entries({ place: "ท้ายซอย", seen: "2", do: "counter" }))
    form.set(name, value);
  expect(whereTo(await browser.postForm(here, form))).toBe(`${here}/counter`);
  expect(await textOf(browser.get(here))).toContain("ท้ายซอย");
  const offer = await textOf(browser.get(`${here}/counter`));
  for (const shown of ["ทำต่อที่เคาน์เตอร์", town.slug, "แจ้งไฟฟ้าสาธารณะเสีย"]) expect(offer).toContain(shown);
  expect(whereTo(await browser.post(`${here}/counter`))).toBe(`${here}/counter`);
  const page = await textOf(browser.get(`${here}/counter`));
  expect(numberOn(page)).toMatch(/^\d{6}$/);
  expect(page).toContain("ใช้ได้ถึง");
  await browser.post(`${here}/counter`);
  const numberText = numberOn(await textOf(browser.get(`${here}/counter`)));
  expect(numberText).not.toBe(numberOn(page));
  await granted(takeDraftHandOver(world.ports, town.officer, { numberText }));
  expect(await (await browser.get(`${here}/counter/state`)).json()).toEqual({ state: "taken" });
  expect(await textOf(browser.get(`${here}/counter`))).toContain("เจ้าหน้าที่รับเลขแล้ว");
  expect(whereTo(await browser.post(`${here}/counter/withdraw`))).toBe(`${here}/counter`);
  expect(await textOf(browser.get(`${here}/counter`))).toContain("ตอนนี้ไม่มีเลขที่ใช้ได้");
});

test("a seventh number within the hour is told to wait, and somebody else's draft is no page", async () => {
  const { browser, here } = await begun();
  for (let made = 0; made < 6; made += 1) await browser.post(`${here}/counter`);
  const more = await browser.post(`${here}/counter`);
  expect([more.status, (await more.text()).includes("ขอใหม่ได้ในอีก 60 นาที")]).toEqual([429, true]);
  const { browser: stranger } = await begun();
  for (const path of ["/counter", "/counter/state"]) {
    expect((await stranger.get(`${here}${path}`)).status).toBe(404);
  }
  expect((await stranger.post(`${here}/counter`)).status).toBe(404);
});

test("service and review lead up the ladder to the rung the service needs, and back", async () => {
  const { browser, here } = await begun();
  const service = `/liff/e-service/${town.slug}/${slug}`;
  for (const [path, next] of [
    [service, service],
    [`${here}/check`, `${here}/check`],
  ] as const) {
    const page = await textOf(browser.get(path));
    const ladder = /href="(\/liff\/assurance\?[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const asked = new URL(ladder, "http://localhost").searchParams;
    expect([asked.get("need"), asked.get("agency"), asked.get("next")]).toEqual(["thaid", town.slug, next]);
    expect((await browser.get(ladder)).status).toBe(200);
  }
});

test("a form posted without script over 24 MB is answered with what is safe and the way back, and nothing is lost", async () => {
  const { browser, here } = await begun();
  const form = new FormData();
  form.set("place", "หน้าตลาด");
  form.set("picture.new", new File([new Uint8Array(25 * 1024 * 1024)], "วัด.jpg"));
  const answer = await browser.postForm(here, form);
  expect(answer.status).toBe(413);
  const page = await answer.text();
  expect(page).toContain("แบบคำร้องที่บันทึกไว้ยังอยู่ครบ");
  expect(page).toContain(`href="${here}"`);
  expect(await textOf(browser.get(here))).toContain("หน้าวัด");
});

test("a picture of a card or of a petition that is too large is answered with a page; a script reads the status alone", async () => {
  const { browser } = await begun();
  const petition = `/liff/petitions/${town.agencyId}/${world.ports.random.uuid()}`;
  for (const [path, back] of [
    ["/liff/id-check/card_front", "/liff/id-check"],
    [`${petition}/correction`, petition],
  ] as const) {
    const form = new FormData();
    form.set("picture", new File([new Uint8Array(13 * 1024 * 1024)], "บัตร.jpg"));
    const answer = await browser.postForm(path, form);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain(`href="${back}"`);
  }
  const piece = await browser.postJson("/liff/id-check/card_front", "a".repeat(13 * 1024 * 1024));
  expect([piece.status, await piece.text()]).toEqual([413, "Too large"]);
});
