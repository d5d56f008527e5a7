import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { atComputer, withPassword } from "../../../tests/support/registering.ts";
import { holdingOf, issuedSeats, liveHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import { granted } from "../../../tests/support/people.ts";
import { letterPasswordOfTest } from "../../../tests/support/registering.ts";
import { typedRequest } from "../../../tests/support/service-requests.ts";
import { cameIn, type StaffInside } from "../../../tests/support/staff.ts";
import { reportLoss } from "../../credentials/desk/report-loss.ts";
import type { KeptHolding } from "../../credentials/store/holding.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let holding: KeptHolding;
let computer: TestBrowser;
let head: StaffInside;
let registrar: StaffInside;

beforeAll(async () => {
  world = await townWorld({ pinHash: lightPinHash });
  open = testApp(world);
  const { ports } = world;
  const [town, treasury] = [await openTown(ports), await openTreasury(ports)];
  const seats = await issuedSeats(ports, treasury, town.agencyId);
  const naming = await staffOf(ports, town.agencyId, "seat_head");
  holding = await liveHolder(ports, naming, seats.recorder.id);
  await withPassword(ports, holding.id, { isOwn: true });
  computer = open(await atComputer(open, holding));
  head = await cameIn(ports, open, town.agencyId, "seat_head");
  registrar = await cameIn(ports, open, treasury.agencyId, "token_registrar");
}, 60_000);
afterAll(() => world.close());

const list = "/console/tokens/requests";

/** The holder sends it, the head signs it; answers its id. */
async function sentAndSigned(of: string): Promise<string> {
  const form = { ...typedRequest({ case: of }), proof: letterPasswordOfTest };
  const sent = await computer.post("/seat/requests/new", form);
  const to = sent.headers.get("location") ?? "";
  expect(to).toMatch(/^\/seat\/requests\/[0-9a-f-]+\?told=sent$/);
  const id = /requests\/([0-9a-f-]+)/.exec(to)?.[1] ?? "";
  const page = await (await computer.get(to)).text();
  expect(page).toContain("ขั้นต่อไป หัวหน้าหน่วยงานลงนามในระบบ");
  expect(page).toContain("รอหัวหน้าลงนาม");
  expect(await (await head.browser.get(`${list}/${id}`)).text()).toContain("รอหัวหน้าลงนาม");
  world.clock.pass(60);
  const signed = await head.browser.post(`${list}/${id}/sign`, { proof: head.code() });
  expect(signed.headers.get("location")).toBe(`${list}/${id}?told=signed`);
  return id;
}

test("with the password alone a form is refused at its fields, and nothing typed is lost", async () => {
  const form = { ...typedRequest({ case: "other" }), proof: letterPasswordOfTest };
  const answer = await computer.post("/seat/requests/new", form);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("ข้อนี้ต้องเขียนระบุ");
  expect(page).toContain("750000800100001");
});

test("case 1: sent by the holder, signed by the head, granted: the link is on its way", async () => {
  const id = await sentAndSigned("password_forgotten");
  const answer = await registrar.browser.post(`${list}/${id}/grant`);
  expect(answer.headers.get("location")).toBe(`${list}/${id}?told=granted`);
  expect(await (await registrar.browser.get(`${list}/${id}`)).text()).toContain("อนุมัติแล้ว");
  const all = asSuperuser(world);
  const mails = await all`select 1 from notice where kind = 'seat_password_link'
    and refs ->> 'holdingId' = ${holding.id}`;
  await all.end();
  expect(mails).toHaveLength(1);
});

test("case 2: granted, a new phone may be activated", async () => {
  const id = await sentAndSigned("phone_changed");
  const early = await head.browser.post(`${list}/${id}/grant`);
  expect(early.status).toBe(404);
  expect((await registrar.browser.post(`${list}/${id}/grant`)).status).toBe(303);
  expect((await holdingOf(world.ports, holding.id)).newKeyFrom).not.toBeNull();
});

test("the form is printed in its four parts, by holder, head and office", async () => {
  // The grant before took the password too.
  await withPassword(world.ports, holding.id, { isOwn: true });
  computer = open(await atComputer(open, holding));
  const id = await sentAndSigned("phone_changed");
  const printed = [
    await computer.get(`/seat/requests/${id}/form.pdf`),
    await head.browser.get(`${list}/${id}/form.pdf`),
    await registrar.browser.get(`${list}/${id}/form.pdf`),
  ];
  for (const answer of printed) {
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect((await answer.text()).startsWith("%PDF-")).toBe(true);
  }
});

test("refused with a reason, which the holder reads", async () => {
  const [, id = ""] =
    /requests\/([0-9a-f-]{36})"/.exec(await (await computer.get("/seat/requests")).text()) ?? [];
  const none = await registrar.browser.post(`${list}/${id}/refuse`, { reason: "" });
  expect(none.status).toBe(422);
  const reason = "ชื่อไม่ตรงกับคำสั่ง";
  expect((await registrar.browser.post(`${list}/${id}/refuse`, { reason })).status).toBe(303);
  expect(await (await computer.get(`/seat/requests/${id}`)).text()).toContain(reason);
});

test("case 3: the registrar reads what a grant does, that the loss was reported, and whose number it is", async () => {
  const { ports } = world;
  await withPassword(ports, holding.id, { isOwn: true });
  const lostOn = bangkokDay(world.clock.now());
  const loss = { holdingId: holding.id, lostOn, said: "", phone: "", requestKey: ports.random.uuid() };
  await granted(reportLoss(ports, { kind: "holder", holdingId: holding.id }, loss));
  computer = open(await atComputer(open, holding));
  const id = await sentAndSigned("phone_lost");
  const page = await (await registrar.browser.get(`${list}/${id}`)).text();
  expect(page).toContain("เมื่ออนุมัติ รหัสผ่านเดิมสิ้นสุดทันที");
  expect(page).toContain("แจ้งโทรศัพท์หายแล้ว หยุดใช้งานเมื่อ");
  expect(page).toMatch(/href="\/console\/lost-phones\/[0-9a-f-]{36}"/);
  expect(page).toMatch(/\d-\d{4}-\d{5}-\d{2}-\d/);
  expect(page).toContain("email ที่ใช้ลงทะเบียน Soft Token");
  const heads = await (await head.browser.get(`${list}/${id}`)).text();
  expect(heads).not.toContain("email ที่ใช้ลงทะเบียน Soft Token");
});
