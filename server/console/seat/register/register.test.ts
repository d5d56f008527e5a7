import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestBrowser } from "../../../../tests/support/app.ts";
import { drawnPng } from "../../../../tests/support/drawn-picture.ts";
import { openTown, townWorld } from "../../../../tests/support/municipality.ts";
import { testProofing } from "../../../../tests/support/proofing.ts";
import {
  atComputer,
  codeMailed,
  identified,
  proven,
  registrationOf,
  sent,
  typedAddress,
  withPassword,
} from "../../../../tests/support/registering.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../../../tests/support/seats.ts";
import type { TestWorld } from "../../../../tests/support/ports.ts";
import { decideRegistration } from "../../../credentials/actions/decide-registration.ts";
import type { KeptHolding } from "../../../credentials/store/holding.ts";
import type { Staff } from "../../../kernel/actor.ts";

const app = testProofing();
let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let head: Staff;
let treasury: Treasury;
let seats: TownSeats;
let holding: KeptHolding;
let computer: TestBrowser;

beforeAll(async () => {
  world = await townWorld({ paotang: app });
  open = testApp(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  const town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  treasury = await openTreasury(world.ports);
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
  holding = await namedHolder(world.ports, head, seats.recorder.id);
  await withPassword(world.ports, holding.id);
  computer = open(await atComputer(open, holding));
});

const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const textOf = async (path: string) => (await computer.get(path)).text();

function formOf(fields: Record<string, string>, files: readonly File[] = []): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const file of files) form.append("files", file);
  return form;
}

const address = Object.fromEntries(
  Object.entries(typedAddress).map(([part, value]) => [`address.${part}`, value]),
);

test("on computer and phone the five steps follow each other, and each is there again after the page was closed", async () => {
  expect(await textOf("/seat")).toContain("ดำเนินการต่อ");
  expect(await textOf("/seat/register")).toContain("มานี ชูใจ");
  const png = new File([Uint8Array.from(drawnPng(30, 30))], "คำสั่ง.png");
  const identity = { citizenId: holding.facts.citizenId, consent: "yes" };
  const given = await computer.postForm("/seat/register/identity", formOf(identity, [png]));
  expect(where(given)).toEqual([303, "/seat/register/proof"]);

  computer = open(await atComputer(open, holding));
  const proofPage = await textOf("/seat/register/proof");
  const way = /href="(\/seat\/prove\/[A-Za-z0-9_-]+)"/.exec(proofPage)?.[1] ?? "";
  expect(await (await computer.get("/seat/register/proof/state")).json()).toEqual({ state: "waiting" });
  const phone = open();
  const asked = await (await phone.get(way)).text();
  expect([asked.includes(holding.userCode), asked.includes("เป๋าตัง")]).toEqual([true, true]);
  const left = await phone.get(`${way}/paotang`);
  const state = new URL(left.headers.get("location") ?? "").searchParams.get("state") ?? "";
  app.person = { pid: holding.facts.citizenId, name: "มานี ชูใจ" };
  const returned = `/seat/prove/return?${new URLSearchParams({ state, code: "c" }).toString()}`;
  expect(where(await phone.get(returned))).toEqual([303, way]);
  expect(await (await phone.get(way)).text()).toContain("ดำเนินการยืนยันบนเป๋าตังสำเร็จ");
  expect(await (await phone.get(`${way}/paotang`)).text()).toContain('href="/seat"');
  const again = await phone.get(returned);
  expect([again.status, (await again.text()).includes('href="/seat"')]).toEqual([410, true]);
  // On one phone the same browser registers: what was done is said however it comes back.
  const here = await textOf(returned);
  expect(here).toContain("ดำเนินการยืนยันบนเป๋าตังสำเร็จ");
  expect(here).toContain("ทำต่อบนโทรศัพท์เครื่องนี้");
  expect(here).not.toContain("กลับไปที่คอมพิวเตอร์");
  expect(await textOf("/seat/register/proof?asked=1")).toContain("ท่านได้ดำเนินการในขั้นตอนการพิสูจน์ตัวตนเสร็จสิ้นแล้ว");

  computer = open(await atComputer(open, holding));
  const data = { ...address, email: "own@town.example", mobile: "0812345678" };
  const coded = await computer.post("/seat/register/data", { ...data, step: "code" });
  expect(where(coded)).toEqual([303, "/seat/register/data"]);
  expect(await textOf("/seat/register/data")).toContain("ส่งรหัส 6 หลักไปที่ own@town.example แล้ว");
  const wrong = await computer.post("/seat/register/data", { ...data, step: "confirm", code: "12" });
  expect([wrong.status, (await wrong.text()).includes("99/1 ถนนพระราม 6")]).toEqual([422, true]);
  const code = await codeMailed(world.ports, holding.id);
  await computer.post("/seat/register/data", { ...data, step: "confirm", code });
  const next = await computer.post("/seat/register/data", { ...data, step: "next" });
  expect(where(next)).toEqual([303, "/seat/register/review"]);
  const review = await textOf("/seat/register/review");
  for (const shown of ["own@town.example", "99/1 ถนนพระราม 6", "คำสั่ง.png"]) expect(review).toContain(shown);
  expect(where(await computer.post("/seat/register/review"))).toEqual([303, "/seat/register/waiting"]);
  expect(await textOf("/seat/register/waiting")).toContain("อีเมลอาจอยู่ในถังขยะหรือจดหมายขยะ");

  const decision = { kind: "approve" } as const;
  await decideRegistration(world.ports, treasury.registrar, { holdingId: holding.id, decision });
  // Whoever read the sealed letter comes in no more: the link to a password of one's own is in the mail.
  expect(await atComputer(open, holding)).toBe("");
  await withPassword(world.ports, holding.id, { isOwn: true });
  computer = open(await atComputer(open, holding));
  expect(where(await computer.get("/seat"))).toEqual([303, "/seat/activate"]);
});

test("posts made by hand out of order lead back to the step that is open, and change nothing", async () => {
  expect(where(await computer.get("/seat/register/data"))).toEqual([303, "/seat/register"]);
  expect(where(await computer.post("/seat/register/review"))).toEqual([303, "/seat"]);
  const data = { ...address, email: "own@town.example", mobile: "0812345678", step: "next" };
  expect(where(await computer.post("/seat/register/data", data))).toEqual([303, "/seat"]);
  await identified(world.ports, holding);
  expect(where(await computer.post("/seat/register/review"))).toEqual([303, "/seat"]);
  expect((await registrationOf(world.ports, holding.id)).state).toBe("identified");
  await proven(world.ports, app, await namedHolder(world.ports, head, seats.approver1.id));
  expect(where(await open().get("/seat/register/data"))).toEqual([303, "/seat/sign-in"]);
});

test("what is missing in step 3 is told beside its field, and what was typed stays", async () => {
  await proven(world.ports, app, holding);
  const typed = { ...address, "address.postcode": "", email: "own@town", mobile: "08", step: "next" };
  const answer = await computer.post("/seat/register/data", typed);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const at of ["#address.postcode", "#email", "#mobile"]) expect(page).toContain(`href="${at}"`);
  for (const kept of ["99/1 ถนนพระราม 6", "own@town", 'value="08"']) expect(page).toContain(kept);
});

test("every empty part of the address is told at once", async () => {
  await proven(world.ports, app, holding);
  const typed = { email: "own@town.example", mobile: "0812345678", step: "next" };
  const page = await (await computer.post("/seat/register/data", typed)).text();
  for (const part of ["line", "province", "district", "subdistrict", "postcode"])
    expect(page).toContain(`href="#address.${part}"`);
  const [inline = ""] = /<fieldset[^>]* data-address="address">[\s\S]*?<div>/.exec(page) ?? [];
  expect(inline.split("ที่อยู่ปัจจุบัน")).toHaveLength(2);
  for (const said of ["กรอกรหัสไปรษณีย์", " · "]) expect(inline).toContain(said);
});

test("an address that is somebody else's is told at its own field once its code came, and another one is typed there", async () => {
  await sent(
    world.ports,
    app,
    await namedHolder(world.ports, head, seats.approver1.id),
    "taken@town.example",
  );
  await proven(world.ports, app, holding);
  const data = { ...address, email: "taken@town.example", mobile: "0812345678" };
  await computer.post("/seat/register/data", { ...data, step: "code" });
  expect(await textOf("/seat/register/data")).not.toContain("เลขประจำตัวประชาชนอื่น");
  const code = await codeMailed(world.ports, holding.id);
  const refused = await computer.post("/seat/register/data", { ...data, step: "confirm", code });
  const page = await refused.text();
  expect([refused.status, page.includes('name="code"')]).toEqual([422, false]);
  for (const shown of ['href="#email"', 'id="email"', "อีเมลนี้ผูกกับเลขประจำตัวประชาชนอื่นแล้ว"])
    expect(page).toContain(shown);
  expect(page).toMatch(/<input[^>]* name="email"[^>]* value="taken@town\.example"/);
  expect(await textOf("/seat/register/data")).toContain("ส่งรหัสยืนยัน");
  const own = { ...data, email: "not.taken@town.example" };
  expect((await computer.post("/seat/register/data", { ...own, step: "code" })).status).toBe(303);
  const anew = await codeMailed(world.ports, holding.id);
  expect((await computer.post("/seat/register/data", { ...own, step: "confirm", code: anew })).status).toBe(
    303,
  );
});

test("a refused registration shows the registrar's words, and is sent again", async () => {
  await sent(world.ports, app, holding);
  const decision = { kind: "refuse", reason: "ขาดแบบมอบหมายให้ถือสิทธิ" } as const;
  await decideRegistration(world.ports, treasury.registrar, { holdingId: holding.id, decision });
  expect(where(await computer.get("/seat/register/waiting"))).toEqual([303, "/seat/register/refused"]);
  expect(await textOf("/seat/register/refused")).toContain(
    `ชื่อผู้ใช้งาน ${holding.userCode} ไม่ได้รับการอนุมัติข้อมูลลงทะเบียน ขาดแบบมอบหมายให้ถือสิทธิ`,
  );
  expect(where(await computer.post("/seat/register/review"))).toEqual([303, "/seat/register/waiting"]);
});

test("where somebody was going is kept through the sign-in, and only where it is ours", async () => {
  const kept = (next: string) =>
    open()
      .get(`/seat/sign-in?next=${encodeURIComponent(next)}`)
      .then((answer) =>
        answer.headers.getSetCookie().some((each) => each.startsWith("__Host-seat-wanted=%2F")),
      );
  expect(await kept("/openid/authorize?client_id=a")).toBe(true);
  expect(await kept("/seat/password")).toBe(true);
  for (const next of [
    "https://elsewhere.example/",
    "//elsewhere.example/seat",
    "/seat/../console",
    "/seat\\@x",
    "/seats",
  ])
    expect(await kept(next)).toBe(false);
});

test("done steps are links to look at and correct; the proven number stays and says why", async () => {
  await identified(world.ports, holding);
  expect(await textOf("/seat/register/proof")).toContain('href="/seat/register/identity"');
  expect(await textOf("/seat/register/identity")).toContain('name="citizenId"');
  await proven(world.ports, app, holding);
  const first = await textOf("/seat/register/identity");
  expect(first).not.toContain('name="citizenId"');
  expect(first).toContain("จึงแก้ไขไม่ได้");
  for (const href of ["/seat/register/proof", "/seat/register/data"])
    expect(first).toContain(`href="${href}"`);
  const back = await computer.post("/seat/register/data", { ...address, mobile: "0899999999", step: "back" });
  expect(where(back)).toEqual([303, "/seat/register/identity"]);
  expect(await textOf("/seat/register/data")).toContain("0899999999");
});

test("a file is replaced or removed in step 1, and what was typed beside it stays", async () => {
  const png = new File([Uint8Array.from(drawnPng(30, 30))], "เก่า.png");
  const typed = { citizenId: "1101600000018", consent: "yes", do: "next" };
  await computer.postForm("/seat/register/identity", formOf(typed, [png]));
  const idIn = (page: string) => /value="remove:([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
  const fileId = idIn(await textOf("/seat/register/identity"));
  const instead = formOf({ ...typed, do: `replace:${fileId}` });
  instead.set(`instead-${fileId}`, new File([Uint8Array.from(drawnPng(31, 31))], "ใหม่.png"));
  const replaced = await (await computer.postForm("/seat/register/identity", instead)).text();
  for (const shown of ["ใช้ไฟล์ใหม่แทนแล้ว", "ใหม่.png", 'value="1101600000018"'])
    expect(replaced).toContain(shown);
  const removed = await computer.postForm(
    "/seat/register/identity",
    formOf({ ...typed, do: `remove:${idIn(replaced)}` }),
  );
  const after = await removed.text();
  expect([after.includes("ลบไฟล์แล้ว"), after.includes("ใหม่.png")]).toEqual([true, false]);
});

test("a post after the session ended says that it was not saved", async () => {
  const late = await open().post("/seat/register/data", { step: "next" });
  expect(where(late)).toEqual([303, "/seat/sign-in?told=over"]);
  expect(await (await open().get("/seat/sign-in?told=over")).text()).toContain("สิ่งที่เพิ่งกดส่งยังไม่ได้บันทึก");
});
