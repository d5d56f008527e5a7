import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { openTown, townWorld, type Town } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  type Treasury,
} from "../../../tests/support/seats.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";

let world: TestWorld;
let treasury: Treasury;
let registrar: StaffInside;
let open: (cookie?: string) => TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
  treasury = await openTreasury(world.ports);
  registrar = await cameIn(world.ports, open, treasury.agencyId, "token_registrar");
}, 60_000);
afterAll(() => world.close());

async function textOf(answer: Response): Promise<string> {
  return (await answer.text()).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

async function issue(town: Town, codes: readonly string[]): Promise<Response> {
  const form = new URLSearchParams(
    codes.flatMap((code) => [
      ["code", code],
      ["right", ""],
    ]),
  );
  return registrar.browser.post(`/console/tokens/agencies/${town.agencyId}/issue`, form);
}

describe("issuing seats", () => {
  test("shows the three codes of an agency before they are issued, and issues them once", async () => {
    const town = await openTown(world.ports);
    const path = `/console/tokens/agencies/${town.agencyId}`;
    const look = await registrar.browser.get(`${path}/issue?agencyPart=b75-xxx-00000`);
    const codes = ["B75XXX000008001", "B75XXX000000101", "B75XXX000000201"];
    const shown = await textOf(look);
    for (const code of codes) expect(shown).toContain(code);
    expect((await issue(town, codes)).headers.get("location")).toBe(`${path}?done=issued`);
    expect((await issue(town, codes)).headers.get("location")).toBe(path);
    const page = await textOf(await registrar.browser.get(path));
    for (const code of codes) expect(page.split(code)).toHaveLength(2);
    const next = await registrar.browser.get(`${path}/issue?agencyPart=B75XXX00000&recorder=1`);
    expect(await textOf(next)).toContain("B75XXX000008002");
  });

  test("refuses a code that another agency has, and then issues none of them", async () => {
    const [one, other] = [await openTown(world.ports), await openTown(world.ports)];
    expect((await issue(one, ["C75XXX000008001"])).status).toBe(303);
    const refused = await issue(other, ["C75XXX000000101", "C75XXX000008001"]);
    expect(refused.status).toBe(422);
    expect(await textOf(refused)).toContain("รหัสนี้ออกไปแล้ว: C75XXX000008001");
    const page = await registrar.browser.get(`/console/tokens/agencies/${other.agencyId}`);
    expect(await textOf(page)).toContain("ยังไม่ได้ออกรหัสผู้ใช้งานให้หน่วยงานนี้");
  });

  test("of two offices at once issues a code once", async () => {
    const [one, other] = [await openTown(world.ports), await openTown(world.ports)];
    const answers = await Promise.all([issue(one, ["D75XXX000008001"]), issue(other, ["D75XXX000008001"])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test("keeps a code of another body with the right that was chosen", async () => {
    const town = await openTown(world.ports);
    const path = `/console/tokens/agencies/${town.agencyId}/issue`;
    const look = await registrar.browser.get(`${path}?code=A03004000001001&right=recorder`);
    expect(await textOf(look)).toContain("A03004000001001 ผู้บันทึก");
    const wrong = await registrar.browser.get(`${path}?code=A0300&right=`);
    expect(wrong.status).toBe(422);
  });

  test("leaves an agency to the office that issued its seats", async () => {
    const town = await openTown(world.ports);
    await issuedSeats(world.ports, treasury, town.agencyId);
    const elsewhere = await openTreasury(world.ports);
    const stranger = await cameIn(world.ports, open, elsewhere.agencyId, "token_registrar");
    const path = `/console/tokens/agencies/${town.agencyId}`;
    expect((await stranger.browser.get(path)).status).toBe(404);
    const form = { code: "E75XXX000008001", right: "" };
    expect((await stranger.browser.post(`${path}/issue`, form)).status).toBe(404);
  });
});

test("agencies are found by name and by code, and the list goes on by key", async () => {
  const town = await openTown(world.ports);
  const { recorder } = await issuedSeats(world.ports, treasury, town.agencyId);
  for (let made = 0; made < 21; made += 1) await openTown(world.ports);
  const search = async (query: string) =>
    textOf(await registrar.browser.get(`/console/tokens/agencies?q=${encodeURIComponent(query)}`));
  expect(await search(town.slug)).toContain(`เทศบาลตำบลทดสอบ ${town.slug}`);
  expect(await search(recorder.code.slice(0, 13))).toContain(`เทศบาลตำบลทดสอบ ${town.slug}`);
  expect(await search("100%")).toContain("ไม่พบหน่วยงาน");
  const first = await (await registrar.browser.get("/console/tokens/agencies")).text();
  const next = /href="(\/console\/tokens\/agencies\?after=[^"]+)"/.exec(first)?.[1] ?? "";
  const second = await (await registrar.browser.get(next)).text();
  const idsOf = (html: string) =>
    [...html.matchAll(/\/console\/tokens\/agencies\/([0-9a-f-]{36})"/g)].map((match) => match[1]);
  expect(idsOf(first)).toHaveLength(20);
  expect(idsOf(second).length).toBeGreaterThan(0);
  expect(idsOf(second).filter((id) => idsOf(first).includes(id))).toEqual([]);
});

test("a sealed letter is shown once; afterwards the page says who opened it, and a new one is a new password", async () => {
  const town = await openTown(world.ports);
  const { recorder } = await issuedSeats(world.ports, treasury, town.agencyId);
  const head = await staffOf(world.ports, town.agencyId, "seat_head");
  const named = await namedHolder(world.ports, head, recorder.id, { email: "" });
  const make = () =>
    registrar.browser.post(`/console/tokens/seats/${recorder.id}/letter`, { holdingId: named.id });
  const letter = (await make()).headers.get("location") ?? "";
  expect(await textOf(await registrar.browser.get(letter))).toContain("ยังไม่ได้เปิด");
  const passwordIn = (text: string) => /[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/.exec(text)?.[0] ?? "";
  const answer = await registrar.browser.post(`${letter}/open`);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const opened = await textOf(answer);
  expect(opened).toContain(recorder.code);
  expect(opened).toMatch(/ส่วนกลางทดสอบ \S+ ลับเฉพาะผู้รับ/);
  expect(opened).toMatch(/จาก ส่วนกลางทดสอบ/);
  expect(passwordIn(opened)).not.toBe("");
  const again = await registrar.browser.post(`${letter}/open`);
  expect(again.headers.get("location")).toBe(letter);
  const told = await textOf(await registrar.browser.get(letter));
  expect(told).toContain("จดหมายนี้เปิดแล้ว");
  expect(told).toContain("มานี ชูใจ เปิดเมื่อ");
  expect(passwordIn(told)).toBe("");
  const second = (await make()).headers.get("location") ?? "";
  expect(second).not.toBe(letter);
  const ofAgency = `/console/tokens/agencies/${town.agencyId}`;
  expect(await (await registrar.browser.get(ofAgency)).text()).toContain(`href="${ofAgency}/letters"`);
  const letters = await (await registrar.browser.get(`${ofAgency}/letters`)).text();
  for (const each of [letter, second]) expect(letters).toContain(`href="${each}"`);
  const orders = await (await registrar.browser.get(`${ofAgency}/orders`)).text();
  expect(orders).toContain(`href="/console/tokens/orders/${named.orderId ?? ""}"`);
  expect(passwordIn(await textOf(await registrar.browser.post(`${second}/open`)))).not.toBe(
    passwordIn(opened),
  );
});
