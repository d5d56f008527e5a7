import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { drawnPng } from "../../tests/support/drawn-picture.ts";
import { openTown, plainService, townsman, townWorld, type Town } from "../../tests/support/municipality.ts";
import { granted } from "../../tests/support/people.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { keepClosingPhoto } from "../../server/petitions/actions/keep-closing-photo.ts";
import { takeStep, type StepInput } from "../../server/petitions/desk/take-step.ts";
import { keepsPace } from "../../server/petitions/desk/keep-pace.ts";
import { paces } from "../../server/petitions/pace.ts";
import type { StepActor } from "../../server/petitions/step-actor.ts";
import { openContent, findPetition, type KeptPetition } from "../../server/petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let serviceId: string;
let citizen: Citizen;
let browser: TestBrowser;
let petition: KeptPetition;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  serviceId = (await town.serviceOf(plainService({ testDays: 7 }))).serviceId;
  citizen = await townsman(world.ports);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  // A Monday, in office hours.
  await at("2026-11-23T09:00:00+07:00");
  petition = await town.filed(citizen, serviceId);
});

/** Moves the clock, and signs the citizen in again: a session does not last that long. */
async function at(moment: string): Promise<void> {
  world.clock.set(new Date(moment));
  browser = testApp(world)(await citizenCookie(world, citizen));
}

const path = (of: Pick<KeptPetition, "agencyId" | "id"> = petition) =>
  `/liff/petitions/${of.agencyId}/${of.id}`;
const now = async () => {
  const found = await world.ports.db.as(citizen, (tx) => findPetition(tx, petition.agencyId, petition.id));
  if (!found) throw new Error("no petition");
  return found;
};

async function step(actor: StepActor, more: Omit<StepInput, "petition" | "seen">): Promise<void> {
  const seen = await now();
  const input = { petition: seen, seen: seen.version, ...more };
  await granted(world.ports.db.as(actor, (tx) => takeStep(world.ports, tx, actor, input)));
}

async function completed(outcome: "done" | "granted" | "refused" = "done"): Promise<void> {
  await step(town.officer, { step: "received" });
  await step(town.officer, { step: "completed", outcome });
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const eventsOf = async () =>
  (
    await all`select kind from petition_event where petition_id = ${petition.id} order by happened_at, id`
  ).map(({ kind }) => kind as string);
const seen = async () => String((await now()).version);

/** A form with a file in it, as a browser posts it. */
function multipart(fields: Record<string, string>, files: Record<string, File> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields })) form.set(name, value);
  for (const [name, file] of Object.entries(files)) form.set(name, file);
  return form;
}
const picture = () => new File([drawnPng(40, 30).slice()], "เสา.png", { type: "image/png" });

test("the page shows the four statuses in their order, the unit and the clock, and no officer's name", async () => {
  await step(town.officer, { step: "received" });
  const page = await text(browser.get(path()));
  const places = ["ส่งคำร้อง", "เจ้าหน้าที่รับเรื่อง", "กำลังดำเนินการ", "ดำเนินการสำเร็จ"].map((status) =>
    page.indexOf(`<strong>${status}</strong>`),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(page).toContain("กองช่าง");
  expect(page).toContain("จะแจ้งผลภายใน 2 ธ.ค. 2569");
  expect(page).not.toContain(town.officer.staffId);
});

test("somebody else's petition is not there: page, files and everything that may be done to it", async () => {
  const other = await townsman(world.ports);
  const stranger = testApp(world)(await citizenCookie(world, other));
  expect((await stranger.get(path())).status).toBe(404);
  for (const what of ["withdraw", "reopen", "correct", "files/00000000-0000-7000-8000-000000000000"]) {
    expect((await stranger.get(`${path()}/${what}`)).status, what).toBe(404);
  }
  for (const what of ["withdraw", "confirm", "reopen", "rate", "messages", "correct"]) {
    const fields = { seen: "1", text: "x", stars: "5" };
    expect((await stranger.post(`${path()}/${what}`, fields)).status, what).toBe(404);
  }
  expect(await eventsOf()).toEqual(["submitted"]);
  expect(await text(stranger.get("/liff/petitions"))).not.toContain(petition.number);
  expect((await browser.get("/liff/petitions/x/y")).status).toBe(404);
});

test("a list longer than a page is turned, each petition once, and what ended stands on the other shelf", async () => {
  const many = await townsman(world.ports);
  const own = testApp(world)(await citizenCookie(world, many));
  const numbers: string[] = [];
  for (let at = 0; at < 22; at += 1) {
    world.clock.pass(1);
    numbers.push((await town.filed(many, serviceId)).number);
  }
  const first = await text(own.get("/liff/petitions"));
  const [, next = ""] = /href="(\/liff\/petitions\?[^"]*after=[^"]*)"/.exec(first) ?? [];
  const second = await text(own.get(next.replaceAll("&amp;", "&")));
  const shown = (page: string) => numbers.filter((number) => page.includes(number));
  expect([shown(first).length, shown(second).length]).toEqual([20, 2]);
  expect(new Set([...shown(first), ...shown(second)]).size).toBe(22);
  expect(shown(await text(own.get("/liff/petitions?shelf=completed")))).toEqual([]);
});

test("the list always says one of the four statuses, and beside it what waits for its citizen or how it ended", async () => {
  const row = async (shelf: string) => {
    const page = await text(browser.get(`/liff/petitions?shelf=${shelf}`));
    const [, shown = ""] = page.split(`href="${path()}"`);
    return [...shown.split("</a>")[0]!.matchAll(/class="tag (\w+)".*?<\/svg>([^<]+)</g)].map((tag) =>
      tag.slice(1),
    );
  };
  expect(await row("open")).toEqual([["plain", "ส่งคำร้อง"]]);
  await step(town.officer, { step: "received" });
  await step(town.officer, { step: "correction_asked", words: { fields: ["place"] } });
  expect(await row("open")).toEqual([
    ["plain", "เจ้าหน้าที่รับเรื่อง"],
    ["waiting", "รอคุณ"],
  ]);
  await step(town.officer, { step: "completed", outcome: "refused" });
  expect(await row("completed")).toEqual([
    ["plain", "ดำเนินการสำเร็จ"],
    ["refused", "ไม่อนุญาต/ไม่อนุมัติ"],
  ]);
});

test("only what was asked for is corrected; whatever else is posted changes nothing", async () => {
  await step(town.officer, { step: "received" });
  const page = await text(browser.get(`${path()}/correct`));
  expect(page).not.toContain("place");
  await step(town.officer, { step: "correction_asked", words: { fields: ["spot"] } });
  const fields = {
    seen: await seen(),
    "spot.latitude": "13.75",
    "spot.longitude": "100.5",
    place: "ที่อื่น",
    officer: "x",
  };
  const answer = await browser.postForm(`${path()}/correct`, multipart(fields));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path()}?done=correction`]);
  expect(openContent(world.ports, await now()).answers).toEqual({
    place: "หน้าตลาด",
    spot: { latitude: 13.75, longitude: 100.5 },
  });
  const again = await browser.postForm(`${path()}/correct`, multipart(fields));
  expect(again.status).toBe(303);
  expect((await eventsOf()).filter((kind) => kind === "correction_given")).toHaveLength(1);
});

test("an answer to a correction that changes and says nothing is not taken for one; words alone are", async () => {
  await step(town.officer, { step: "received" });
  await step(town.officer, { step: "correction_asked", words: { fields: ["place"] } });
  const same = { seen: await seen(), place: "หน้าตลาด" };
  const answer = await browser.postForm(`${path()}/correct`, multipart(same));
  expect([answer.status, (await now()).pauseReason]).toEqual([422, "correction"]);
  expect(await answer.text()).toContain("ยังไม่ได้แก้ข้อใด");
  const said = await browser.postForm(`${path()}/correct`, multipart({ ...same, officerNote: "ถูกแล้ว" }));
  expect(said.headers.get("location")).toBe(`${path()}?done=correction`);
});

test("a correction that the form refuses comes back with what was typed and why", async () => {
  await step(town.officer, { step: "received" });
  await step(town.officer, { step: "correction_asked", words: { fields: ["place"] } });
  const typed = "ยาวไป".repeat(60);
  const answer = await browser.postForm(`${path()}/correct`, multipart({ seen: await seen(), place: typed }));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("ยาวเกินไป");
  expect(page).toContain(typed);
  expect((await now()).pauseReason).toBe("correction");
});

test("withdrawing asks first, is done once, and not after the end", async () => {
  expect(await text(browser.get(`${path()}/withdraw`))).toContain(`ถอนคำร้อง ${petition.number}?`);
  const fields = { seen: await seen(), text: "ซ่อมเองแล้ว" };
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${path()}/withdraw`, fields)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await eventsOf()).toEqual(["submitted", "withdrawn"]);
  expect(await now()).toMatchObject({ status: "completed", outcome: "withdrawn" });
  const late = await browser.post(`${path()}/withdraw`, { seen: await seen() });
  expect(late.status).toBe(422);
});

test("a page that is out of date moves nothing and says so", async () => {
  const before = await seen();
  await step(town.officer, { step: "received" });
  const answer = await browser.post(`${path()}/withdraw`, { seen: before });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("มีผู้แก้ไขคำร้องนี้ก่อนคุณ");
  expect((await now()).status).toBe("received");
});

test("a closure is tested up to and including its last day, and then no more", async () => {
  await completed();
  await at("2026-12-02T23:59:00+07:00");
  expect(await text(browser.get(path()))).toContain("ยังไม่เรียบร้อย");
  const kept = petition;
  await at("2026-12-03T00:00:00+07:00");
  expect(await text(browser.get(path()))).not.toContain("ยังไม่เรียบร้อย");
  const late = await browser.postForm(`${path()}/reopen`, multipart({ seen: await seen(), text: "ยังดับ" }));
  expect(late.status).toBe(422);
  expect(await late.text()).toContain("พ้นระยะเวลาตรวจรับผลแล้ว");
  await at("2026-12-02T23:59:00+07:00");
  const form = multipart({ seen: await seen(), text: "ยังดับ" }, { photo: picture() });
  expect((await browser.postForm(`${path(kept)}/reopen`, form)).status).toBe(303);
  expect(await now()).toMatchObject({ status: "in_progress", outcome: null, reopened: 1, officerId: null });
});

test("what is not done is opened again once, with a word and a photo that its citizen sees", async () => {
  await completed();
  const empty = await browser.postForm(`${path()}/reopen`, multipart({ seen: await seen(), text: " " }));
  expect([empty.status, (await empty.text()).includes("พิมพ์ข้อความก่อนส่ง")]).toEqual([422, true]);
  const lying = new File(["<svg onload=alert(1)>"], "x.png", { type: "image/png" });
  const bad = multipart({ seen: await seen(), text: "ยังดับ" }, { photo: lying });
  const refused = await browser.postForm(`${path()}/reopen`, bad);
  expect([refused.status, (await refused.text()).includes("ยังดับ")]).toEqual([422, true]);
  const fields = { seen: await seen(), text: "ยังดับ" };
  const posts = [1, 2].map(() =>
    browser.postForm(`${path()}/reopen`, multipart(fields, { photo: picture() })),
  );
  expect((await Promise.all(posts)).map(({ status }) => status)).toEqual([303, 303]);
  expect((await eventsOf()).filter((kind) => kind === "reopened")).toHaveLength(1);
  const files = await all`select id from petition_file where petition_id = ${petition.id}`;
  expect(files).toHaveLength(1);
  const href = `${path()}/files/${String(files[0]?.["id"])}`;
  expect(await text(browser.get(path()))).toContain(href);
  const opened = await browser.get(href);
  expect([opened.status, opened.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(drawnPng(40, 30));
});

test("what was refused is not tested but may be appealed, with its reasons on the page", async () => {
  await step(town.officer, { step: "received" });
  const reasons = { facts: "ไม่มีเสาไฟ", law: "ม. 5", considerations: "อยู่นอกเขต" };
  await step(town.officer, { step: "completed", outcome: "refused", words: { reasons } });
  const page = await text(browser.get(path()));
  for (const said of ["ไม่มีเสาไฟ", "ม. 5", "อยู่นอกเขต", "ยื่นอุทธรณ์ต่อหน่วยงานได้ถึง 8 ธ.ค. 2569"]) {
    expect(page).toContain(said);
  }
  expect(page).not.toContain("ยังไม่เรียบร้อย");
  const forced = await browser.postForm(`${path()}/reopen`, multipart({ seen: await seen(), text: "ไม่ยอม" }));
  expect(forced.status).toBe(422);
  expect((await now()).status).toBe("completed");
});

test("how content somebody is is kept once, from 1 to 5, and only after the end", async () => {
  expect((await browser.post(`${path()}/rate`, { stars: "5" })).status).toBe(422);
  await completed();
  for (const stars of ["0", "6", "2.5", ""]) {
    expect((await browser.post(`${path()}/rate`, { stars })).status, stars).toBe(422);
  }
  await Promise.all(["4", "1"].map((stars) => browser.post(`${path()}/rate`, { stars })));
  const rows = await all`select stars from satisfaction where petition_id = ${petition.id}`;
  expect(rows).toHaveLength(1);
});

test("a line sent five times stands once, with its file once", async () => {
  const fields = { text: "มืดมาก", requestKey: "AAAAAAAAAAAAAAAAAAAAAA" };
  const posts = Array.from({ length: 5 }, () =>
    browser.postForm(`${path()}/messages`, multipart(fields, { file: picture() })),
  );
  expect((await Promise.all(posts)).map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
  const [kept] = await all`select
    (select count(*)::int from petition_message where petition_id = ${petition.id}) as messages,
    (select count(*)::int from petition_file where petition_id = ${petition.id}) as files`;
  expect(kept).toEqual({ messages: 1, files: 1 });
});

test("a message too many for the hour is refused beside its words, which stay", async () => {
  const own = await townsman(world.ports);
  const theirs = await town.filed(own, serviceId);
  await world.ports.db.as(own, async (tx) => {
    for (let n = 0; n < paces.messages.most; n += 1) await keepsPace(world.ports, tx, own, "messages");
  });
  const phone = testApp(world)(await citizenCookie(world, own));
  const page = await text(phone.post(`${path(theirs)}/messages`, { text: "ยังมืดอยู่ครับ" }));
  for (const shown of ["ครั้งนี้ยังไม่ได้ส่ง", 'href="#text"', "ยังมืดอยู่ครับ"]) expect(page).toContain(shown);
  expect(page).not.toContain('href="#file"');
});

test("what was chosen about channels is kept, but an outcome's mail cannot be switched off", async () => {
  const fields = new URLSearchParams([
    ["moved", "mail"],
    ["filed", "line"],
  ]);
  expect((await browser.post("/liff/account/channels", fields)).status).toBe(303);
  const rows =
    await all`select thing, medium, is_on from notice_choice where person_id = ${citizen.personId}`;
  const on = rows
    .filter((row) => row["is_on"])
    .map((row) => `${row["thing"] as string} ${row["medium"] as string}`);
  expect(on.sort()).toEqual(["completed line", "completed mail", "filed line", "moved mail"]);
});

/** Of each of the four steps: where it is, and whether it bears a date. */
async function stepsShown(): Promise<(readonly [place: string, isDated: boolean])[]> {
  const page = await text(browser.get(path()));
  return [...page.matchAll(/<li class="(done|now|ahead|over|passed)".*?<\/li>/gs)].map(
    ([whole, place = ""]) => [place, whole.includes("2569")] as const,
  );
}

test("a withdrawn petition shows no step as done that it never came to", async () => {
  await step(citizen, { step: "withdrawn" });
  expect((await stepsShown()).map(([place]) => place)).toEqual(["done", "passed", "passed", "over"]);
});

test("a petition refused as soon as it was received was never in progress, and its page says so", async () => {
  await completed("refused");
  expect(await stepsShown()).toEqual([
    ["done", true],
    ["done", true],
    ["passed", false],
    ["done", true],
  ]);
  expect(await text(browser.get(path()))).toContain("ไม่ได้ทำขั้นนี้");
});

test("a petition that was opened again bears no date at the end it has not come to again", async () => {
  await completed();
  const again = multipart({ seen: await seen(), text: "ยังดับ" });
  expect((await browser.postForm(`${path()}/reopen`, again)).status).toBe(303);
  expect(await stepsShown()).toEqual([
    ["done", true],
    ["done", true],
    ["now", true],
    ["ahead", false],
  ]);
});

test("the photo of what was done stands beside the citizen's own", async () => {
  const shown = multipart({ text: "เสาต้นนี้", request_key: world.ports.random.uuid() }, { file: picture() });
  await browser.postForm(`${path()}/messages`, shown);
  await all`update petition_file set field = 'picture' where petition_id = ${petition.id}`;
  await step(town.officer, { step: "received" });
  const bytes = new Uint8Array(await picture().arrayBuffer());
  const photo = { petitionId: petition.id, bytes, requestKey: world.ports.random.uuid() };
  await granted(keepClosingPhoto(world.ports, town.officer, photo));
  const rows =
    await all`select id, field from petition_file where petition_id = ${petition.id} order by field`;
  const [own, done] = rows.map(({ id }) => String(id));
  await step(town.officer, { step: "completed", outcome: "done", words: { files: [done ?? ""] } });
  const page = await text(browser.get(path()));
  const pair = page.slice(page.indexOf('class="photo-pair"'));
  const [before, after] = pair.split("รูปที่เจ้าหน้าที่ถ่าย");
  expect([before?.includes(own ?? "?"), after?.includes(done ?? "?")]).toEqual([true, true]);
  expect(before).toContain("รูปที่คุณแจ้ง");
});
