import { unzipSync } from "fflate";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { openTown, townWorld, type Town } from "../../tests/support/municipality.ts";
import { registered, somebody, type Typist } from "../../tests/support/people.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import type { Citizen } from "../../server/kernel/actor.ts";
import { attachmentKey, attachmentPlace } from "../../server/petitions/attachment.ts";
import { insertMessage } from "../../server/petitions/store/petition-message.ts";
import type { KeptPetition } from "../../server/petitions/store/petition.ts";

let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let open: (cookie?: string) => TestBrowser;
let me: Typist;
let citizen: Citizen;
let mine: TestBrowser;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  town = await openTown(world.ports);
  open = testApp(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.pass(25 * 60 * 60);
  me = somebody({ firstName: "มานี", lastName: "รักเรียน" });
  citizen = await registered(world.ports, me);
  mine = open(await citizenCookie(world, citizen));
});

const whereTo = async (answer: Promise<Response>) => (await answer).headers.get("location") ?? "";
const textOf = async (answer: Promise<Response>) => (await answer).text();
const askCopy = (browser = mine, pin = me.pin) => browser.post("/liff/privacy/copy", { proof: pin });

async function unpacked(answer: Response): Promise<ReadonlyMap<string, Uint8Array>> {
  expect(answer.headers.get("content-type")).toBe("application/zip");
  return new Map(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))));
}

async function taken(browser = mine): Promise<ReadonlyMap<string, Uint8Array>> {
  return unpacked(await browser.post(`${await whereTo(askCopy(browser))}/file`));
}

const read = (files: ReadonlyMap<string, Uint8Array>, name: string) =>
  new TextDecoder().decode(files.get(name));

/** A petition with a message in its thread and a file, of whoever it is. */
async function petitionOf(of: Citizen, said: string): Promise<KeptPetition> {
  const { serviceId } = await town.serviceOf();
  const petition = await town.filed(of, serviceId, { place: said });
  const { ports } = world;
  const message = {
    id: ports.random.uuid(),
    doer: "citizen",
    doerId: of.personId,
    isInternal: false,
  } as const;
  await ports.db.as(of, (tx) =>
    insertMessage(
      ports,
      tx,
      petition,
      { ...message, text: `${said} ข้อความ`, files: [], saidAt: ports.clock.now() },
      message.id,
    ),
  );
  const note = {
    id: ports.random.uuid(),
    doer: "staff",
    doerId: town.officer.staffId,
    isInternal: true,
  } as const;
  await ports.db.as(town.officer, (tx) =>
    insertMessage(
      ports,
      tx,
      petition,
      { ...note, text: "บันทึกภายใน", files: [], saidAt: ports.clock.now() },
      note.id,
    ),
  );
  const id = ports.random.uuid();
  const dataKey = ports.vault.newDataKey();
  const fileKey = attachmentKey(town.agencyId, id);
  await ports.files.put(
    fileKey,
    ports.vault.sealBytes(dataKey, attachmentPlace(id), new TextEncoder().encode(`รูป ${said}`)),
    "image/jpeg",
  );
  await all`insert into petition_file (agency_id, id, person_id, petition_id, field, media_type, size, data_key, sealed, file_key, kept_at)
    values (${town.agencyId}, ${id}, ${of.personId}, ${petition.id}, 'photo', 'image/jpeg', 10, ${Buffer.from(dataKey)},
      ${Buffer.from(ports.vault.seal(dataKey, attachmentPlace(id), { name: "../ภาพ ถนน.jpg" }))}, ${fileKey}, ${ports.clock.now()})`;
  return petition;
}

test("a copy holds all of one person, readable by people and machines, with every file, and nothing of another", async () => {
  const petition = await petitionOf(citizen, "หน้าวัดใหม่");
  const other = await registered(world.ports, somebody({ firstName: "ปิติ", lastName: "พอใจ" }));
  await petitionOf(other, "หลังโรงเรียน");
  const files = await taken();
  const own = JSON.parse(read(files, "data.json")) as Record<string, Record<string, unknown>[]>;
  expect(own["person"]).toMatchObject([{ citizenId: me.citizenId, firstName: "มานี", lastName: "รักเรียน" }]);
  expect(own["petitions"]).toMatchObject([
    { number: petition.number, answers: { place: "หน้าวัดใหม่" }, messages: [{ text: "หน้าวัดใหม่ ข้อความ" }] },
  ]);
  expect(own["consents"]).toHaveLength(1);
  expect(own["devices"]?.length).toBeGreaterThan(0);
  expect(own["record"]?.map(({ action }) => action)).toContain("petition.submitted");
  const picture = [...files.keys()].find((name) => name.startsWith("files/"));
  expect(picture).toMatch(/^files\/[^/]+-_ภาพ ถนน\.jpg$/);
  expect(read(files, picture ?? "")).toBe("รูป หน้าวัดใหม่");
  const whole = [...files.keys()].map((name) => read(files, name)).join("\n");
  for (const foreign of ["ปิติ", "หลังโรงเรียน", "บันทึกภายใน", other.personId])
    expect(whole).not.toContain(foreign);
  expect(read(files, "data.html")).toContain("หน้าวัดใหม่");
});

test("what somebody wrote is text in the readable copy, never markup", async () => {
  await petitionOf(citizen, `<script>alert("1")</script>`);
  const page = read(await taken(), "data.html");
  expect(page).not.toContain("<script>");
  expect(page).toContain("&#60;script&#62;");
});

test("the readable copy says days, phone, rung and status as people do", async () => {
  await petitionOf(citizen, "ศาลา");
  const page = read(await taken(), "data.html");
  for (const said of ["081-", "ตรวจบัตรกับทะเบียนแล้ว", "ส่งคำร้อง", "2569 "]) expect(page).toContain(said);
  for (const raw of ["+66", "card_checked", ">submitted<"]) expect(page).not.toContain(raw);
});

test("a copy asks for the PIN, and a wrong one gives no leave", async () => {
  const wrong = await askCopy(mine, "135790");
  expect(wrong.status).toBe(422);
  const [row] = await all`select count(*)::int from data_copy where person_id = ${citizen.personId}`;
  expect(row).toEqual({ count: 0 });
});

test("leave to take a copy is its person's alone, lives a day, and is used five times at most", async () => {
  const where = await whereTo(askCopy());
  const stranger = open(await citizenCookie(world, await registered(world.ports)));
  expect(await whereTo(stranger.get(where))).toBe("/liff/privacy?told=gone");
  expect(await whereTo(stranger.post(`${where}/file`))).toBe("/liff/privacy?told=gone");
  for (let time = 0; time < 5; time += 1) await unpacked(await mine.post(`${where}/file`));
  expect(await whereTo(mine.post(`${where}/file`))).toBe("/liff/privacy?told=gone");
  expect(await textOf(mine.get(where))).toContain("ครบจำนวนครั้ง");
  const later = await whereTo(askCopy());
  world.clock.pass(24 * 60 * 60);
  const again = open(await citizenCookie(world, citizen));
  expect(await whereTo(again.get(later))).toBe("/liff/privacy?told=gone");
  expect(await whereTo(again.post(`${later}/file`))).toBe("/liff/privacy?told=gone");
});

test("of leaves asked for at once no more than five are given", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => askCopy()));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
});

test("five leaves a day are given and no sixth", async () => {
  for (let time = 0; time < 5; time += 1) expect(await whereTo(askCopy())).toContain("/copies/");
  const sixth = await askCopy();
  expect(sixth.status).toBe(422);
  expect(await sixth.text()).toContain("ขอไฟล์ครบ 5 ครั้งแล้ว");
});

test("a file that the store lost is named, and the rest of the copy is there", async () => {
  await petitionOf(citizen, "ปากซอย");
  const [row] = await all<{ fileKey: string }[]>`
    select file_key as "fileKey" from petition_file where person_id = ${citizen.personId}`;
  await world.ports.files.delete(row?.fileKey ?? "");
  const files = await taken();
  expect(read(files, "missing.txt")).toMatch(/ภาพ ถนน\.jpg/);
  expect(read(files, "data.json")).toContain("ปากซอย");
});

test("the page of erasing says before what goes and what stays, and afterwards nobody is signed in", async () => {
  const petition = await petitionOf(citizen, "ตลาด");
  const page = await textOf(mine.get("/liff/privacy/erase"));
  expect(page).toContain(petition.number);
  expect(page).toContain("กำลังดำเนินการอยู่ เก็บไว้จนเสร็จ");
  const wrong = await mine.post("/liff/privacy/erase", { proof: "135790" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain(petition.number);
  const other = open(await citizenCookie(world, citizen));
  const erased = await mine.post("/liff/privacy/erase", { proof: me.pin });
  expect(erased.headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await erased.text()).toContain("ลบทุกอย่างที่ลบได้ทันทีแล้ว");
  for (const browser of [mine, other])
    expect(await textOf(browser.get("/liff/account"))).not.toContain("มานี");
});
