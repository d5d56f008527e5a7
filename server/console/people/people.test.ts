import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  drafted,
  formOf,
  joiner,
  scannedLetter,
  sentRequest,
  typedFor,
} from "../../../tests/support/access.ts";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { memoryFiles } from "../../../tests/support/files.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, openOffice, type StaffInside } from "../../../tests/support/staff.ts";
import type { TypedRequest } from "../../agencies/access-form.ts";
import type { Staff } from "../../kernel/actor.ts";
import { wordsIn } from "../../words/words.ts";

const words = wordsIn("th").agencies.people;
const files = memoryFiles();
let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let admin: StaffInside;
let stranger: StaffInside;
let actor: Staff;

beforeAll(async () => {
  world = await testWorld({ pinHash: lightPinHash, files });
  all = asSuperuser(world);
  open = testApp(world);
  await openOffice(world.ports, 4);
  agencyId = await openFacility(world.ports, { region: 4 });
  const other = await openFacility(world.ports, { hcode: "99902", nameTh: "โรงพยาบาลอื่น", region: 4 });
  admin = await cameIn(world.ports, open, agencyId, "facility_admin");
  stranger = await cameIn(world.ports, open, other, "facility_admin");
  actor = { kind: "staff", staffId: admin.staffId, agencyId, level: "facility_admin" };
});
afterAll(async () => {
  await all.end();
  await world.close();
});

const requests = "/console/people/requests";
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const keyOf = (page: string) => /name="requestKey" value="([^"]+)"/.exec(page)?.[1] ?? "";

function fill(path: string, typed: TypedRequest, more: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  for (const [name, text] of [...formOf(typed), ...Object.entries({ do: "save", ...more })])
    form.append(name, text);
  return admin.browser.postForm(path, form);
}

function attach(id: string, bytes: Uint8Array, name = "หนังสือ.pdf", { browser } = admin): Promise<Response> {
  const form = new FormData();
  form.set("scan", new File([Uint8Array.from(bytes)], name));
  return browser.postForm(`${requests}/${id}/scan`, form);
}

const rowOf = async (id: string) => (await all`select * from access_request where id = ${id}`)[0];
const idIn = (answer: Response) =>
  /requests\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";

test("an admin fills in, prints, attaches and sends a request, and it lies before the region's registrar", async () => {
  const somebody = joiner("clerk", { firstName: "ปิติ", lastName: "ที่ปู่น้ำ" });
  const requestKey = keyOf(await textOf(admin.browser.get(`${requests}/new`)));
  const saved = await fill(requests, typedFor([somebody]), { requestKey });
  const id = idIn(saved);
  expect(saved.status).toBe(303);
  expect(await textOf(admin.browser.get(`${requests}/${id}`))).toContain(words.request.printYes);
  const letter = await admin.browser.get(`${requests}/${id}/letter.pdf`);
  const text = (await readPdf(new Uint8Array(await letter.arrayBuffer())))
    .flatMap(({ lines }) => lines.map((line) => line.text))
    .join("");
  for (const said of [
    "ปิติ ที่ปู่น้ำ",
    "สธ 0032/123",
    "20 พฤศจิกายน 2569",
    "เขต 4",
    "99901",
    "ผู้ปฏิบัติงาน",
    "081-000-0001",
  ])
    expect(text).toContain(said);
  expect(where(await attach(id, scannedLetter))).toEqual([303, `${requests}/${id}?done=scan`]);
  expect(where(await admin.browser.post(`${requests}/${id}/send`))).toEqual([
    303,
    `${requests}/${id}?done=sent`,
  ]);
  const [row] = await all`select r.state, a.kind, a.region, r.letter_date::text from access_request r
    join agency a on a.id = r.registrar_id where r.id = ${id}`;
  expect(row).toEqual({ state: "sent", kind: "regional_office", region: 4, letter_date: "2026-11-20" });
  const list = await textOf(admin.browser.get("/console/people"));
  for (const said of ["ปิติ ที่ปู่น้ำ", words.requestStates.sent, words.decisions.pending])
    expect(list).toContain(said);
});

test("what is known of people is nowhere readable, in the tables or in the files", async () => {
  const somebody = joiner();
  const id = await sentRequest(world.ports, actor, typedFor([somebody]));
  const rows = JSON.stringify([
    await all`select * from access_request where id = ${id}`,
    await all`select * from access_person where request_id = ${id}`,
    await all`select * from audit_entry where subject_id = ${id}`,
  ]);
  for (const secret of [somebody.email, somebody.citizenId, "มานี", "สมชาย"])
    expect(rows).not.toContain(secret);
  const kept = files.kept.get(((await rowOf(id))?.["scan_key"] ?? "") as string);
  expect(kept && Buffer.from(kept).includes("%PDF")).toBe(false);
});

test("what was typed stays when something is refused, and each field says why", async () => {
  const wrong = joiner("clerk", { citizenId: "1234567890123", email: "ไม่ใช่อีเมล" });
  const answer = await fill(requests, typedFor([joiner(), wrong], [], { superiorName: "" }));
  const page = await textOf(answer);
  expect(answer.status).toBe(422);
  expect(page).toContain('value="1234567890123"');
  expect(page).toContain('value="ไม่ใช่อีเมล"');
  expect(page).toContain('href="#j1-citizenId"');
  expect(page).toContain('href="#superiorName"');
  expect(page).toContain(
    words.form.rowFault(2, words.form.personFields.email, words.form.personRefusal.email_shape()),
  );
});

test("a certification that is not ticked is refused, and nothing is kept", async () => {
  const before = await all`select count(*) from access_request`;
  const answer = await fill(requests, typedFor([joiner()], [], { certified: false }));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(words.form.notCertified);
  expect(await all`select count(*) from access_request`).toEqual(before);
});

test("one more row keeps what was typed; half a request is kept as a draft and not printed", async () => {
  const half = typedFor([joiner("clerk", { firstName: "ครึ่ง", citizenId: "" })], [], {
    number: "",
    certified: false,
  });
  const more = await textOf(fill(requests, half, { do: "more" }));
  expect(more).toContain('value="ครึ่ง"');
  expect(more).toContain('id="j1-firstName"');
  const id = idIn(await fill(requests, half, { do: "later" }));
  expect(await textOf(admin.browser.get(`${requests}/${id}`))).toContain(words.request.incomplete);
  expect(where(await admin.browser.get(`${requests}/${id}/letter.pdf`))).toEqual([
    303,
    `${requests}/${id}/edit`,
  ]);
  expect(await textOf(admin.browser.get(`${requests}/${id}/edit`))).toContain('value="ครึ่ง"');
  expect(where(await admin.browser.post(`${requests}/${id}/send`))).toEqual([303, `${requests}/${id}/edit`]);
});

test("a form sent twice makes one draft, and sending twice sends one request", async () => {
  const requestKey = keyOf(await textOf(admin.browser.get(`${requests}/new`)));
  const typed = typedFor([joiner(), joiner()]);
  const both = await Promise.all([1, 2].map(() => fill(requests, typed, { requestKey })));
  expect(new Set(both.map(idIn)).size).toBe(1);
  const id = idIn(both[0] as Response);
  await attach(id, scannedLetter);
  const sent = await Promise.all([1, 2, 3].map(() => admin.browser.post(`${requests}/${id}/send`)));
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await all`select id from access_person where request_id = ${id}`).toHaveLength(2);
});

test("a request without its signed letter is not sent", async () => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  const answer = await admin.browser.post(`${requests}/${id}/send`);
  expect([answer.status, (await answer.text()).includes(words.request.scanMissing)]).toEqual([422, true]);
  expect(await rowOf(id)).toMatchObject({ state: "draft" });
});

test.each([
  ["an SVG called a PDF", '<svg xmlns="http://www.w3.org/2000/svg"/>', "letter.pdf", "scan_unreadable"],
  ["a program called a picture", "MZ\u0090\u0000%PDF-1.7 %%EOF", "letter.png", "scan_unreadable"],
  ["a PDF cut off", "%PDF-1.7 and no more", "letter.pdf", "scan_broken"],
  ["nothing", "", "letter.pdf", "scan_none"],
] as const)("refuses %s", async (_, content, name, kind) => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  const before = files.kept.size;
  const answer = await attach(id, new TextEncoder().encode(content), name);
  expect([answer.status, (await answer.text()).includes(words.request.scanRefusal[kind]())]).toEqual([
    422,
    true,
  ]);
  expect([(await rowOf(id))?.["scan_key"], files.kept.size]).toEqual([null, before]);
});

test("refuses eleven megabytes in our own words, and thirteen at the door", async () => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  const heavy = await attach(id, new Uint8Array(11 * 1024 * 1024));
  expect([heavy.status, (await heavy.text()).includes("10 MB")]).toEqual([422, true]);
  expect((await attach(id, new Uint8Array(13 * 1024 * 1024))).status).toBe(413);
});

test("the signed letter comes back as it was, to be saved and never shown under our address", async () => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  await attach(id, scannedLetter, "รูป.png");
  const answer = await admin.browser.get(`${requests}/${id}/scan`);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(scannedLetter);
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
});

test("a letter that changes after it was signed loses its scan; an older draft is not saved over a newer", async () => {
  const typed = typedFor([joiner()]);
  const id = await drafted(world.ports, actor, typed);
  await attach(id, scannedLetter);
  expect((await fill(`${requests}/${id}`, typed, { version: "1" })).status).toBe(303);
  expect((await rowOf(id))?.["scan_key"]).not.toBeNull();
  const kept = files.kept.size;
  expect((await fill(`${requests}/${id}`, { ...typed, number: "สธ 2" }, { version: "1" })).status).toBe(303);
  expect([(await rowOf(id))?.["scan_key"], files.kept.size]).toEqual([null, kept - 1]);
  const late = await fill(`${requests}/${id}`, { ...typed, number: "สธ 3" }, { version: "1" });
  const page = await late.text();
  expect([late.status, page.includes(words.form.changed), page.includes('value="สธ 3"')]).toEqual([
    409,
    true,
    true,
  ]);
});

test("a request that was sent stays as it was sent, by raw SQL too, and can be withdrawn until it is decided", async () => {
  const typed = typedFor([joiner()]);
  const id = await sentRequest(world.ports, actor, typed);
  expect(where(await fill(`${requests}/${id}`, { ...typed, number: "อื่น" }, { version: "1" }))).toEqual([
    303,
    `${requests}/${id}?refused=request_not_draft`,
  ]);
  await expect(all`update access_request set scan_key = 'scans/x/y' where id = ${id}`).rejects.toThrow(
    /not changed/,
  );
  await expect(all`update access_request set state = 'draft' where id = ${id}`).rejects.toThrow(
    /illegal transition/,
  );
  expect(await textOf(admin.browser.get(`${requests}/${id}/withdraw`))).toContain(
    words.request.withdrawTitle,
  );
  expect(where(await admin.browser.post(`${requests}/${id}/withdraw`))).toEqual([
    303,
    "/console/people?done=withdrawn",
  ]);
  expect(await rowOf(id)).toMatchObject({ state: "withdrawn" });
  expect((await admin.browser.post(`${requests}/${id}/withdraw`)).status).toBe(303);
});

test("a draft that is thrown away takes its scan with it", async () => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  await attach(id, scannedLetter);
  const kept = files.kept.size;
  expect((await admin.browser.post(`${requests}/${id}/withdraw`)).status).toBe(303);
  expect([(await rowOf(id))?.["scan_key"], files.kept.size]).toEqual([null, kept - 1]);
});

test("somebody who works here already is refused, unless their old right ends with the request", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  const again = joiner("report_reader", { citizenId: clerk.person.citizenId });
  const refused = await fill(requests, typedFor([joiner(), again]));
  expect([refused.status, (await refused.text()).includes('href="#j1-citizenId"')]).toEqual([422, true]);
  expect((await fill(requests, typedFor([again], [clerk.staffId]))).status).toBe(303);
  const foreign = await fill(requests, typedFor([joiner()], [stranger.staffId]));
  expect([foreign.status, (await foreign.text()).includes(words.form.leaverGone)]).toEqual([422, true]);
});

test("a region without an office keeps the draft and says so", async () => {
  const lonely = await openFacility(world.ports, { hcode: "99903", nameTh: "รพ.ไกล", region: 77 });
  const there = await cameIn(world.ports, open, lonely, "facility_admin");
  const theirs = { ...actor, staffId: there.staffId, agencyId: lonely };
  const id = await drafted(world.ports, theirs, typedFor([joiner()]));
  await attach(id, scannedLetter, "a.pdf", there);
  const answer = await there.browser.post(`${requests}/${id}/send`);
  expect([answer.status, (await answer.text()).includes(words.request.noRegistrar)]).toEqual([422, true]);
  expect(await rowOf(id)).toMatchObject({ state: "draft", registrar_id: lonely });
});

test("a right ends at once, with a reason: out with the next request, and told", async () => {
  const clerk = await cameIn(world.ports, open, agencyId);
  const path = `/console/people/${clerk.staffId}/end`;
  expect(await textOf(admin.browser.get(path))).toContain(words.endBody);
  for (const reason of ["", "idle", "x"]) {
    const refused = await admin.browser.post(path, { reason });
    expect([refused.status, (await refused.text()).includes(words.endReasonMissing)]).toEqual([422, true]);
  }
  expect((await clerk.browser.get("/console/counter")).status).toBe(200);
  expect(where(await admin.browser.post(path, { reason: "left" }))).toEqual([
    303,
    "/console/people?done=ended",
  ]);
  expect(where(await clerk.browser.get("/console/counter"))).toEqual([303, "/console/sign-in"]);
  const told =
    await all`select kind from notice where refs->>'staffId' = ${clerk.staffId} and kind = 'staff_revoked'`;
  expect(told).toHaveLength(1);
  expect((await admin.browser.get(path)).status).toBe(404);
});

test("nobody ends their own right", async () => {
  const answer = await admin.browser.post(`/console/people/${admin.staffId}/end`, { reason: "left" });
  expect([answer.status, (await answer.text()).includes(words.ownAccount)]).toEqual([422, true]);
  expect((await admin.browser.get("/console/people")).status).toBe(200);
});

test("another agency's admin meets 404 everywhere, sees no row, and changes nothing", async () => {
  const id = await drafted(world.ports, actor, typedFor([joiner()]));
  await attach(id, scannedLetter);
  const clerk = await cameIn(world.ports, open, agencyId);
  const before = [await rowOf(id), await all`select * from staff where id = ${clerk.staffId}`];
  const pages = ["", "/edit", "/letter.pdf", "/scan", "/withdraw"].map((end) => `${requests}/${id}${end}`);
  for (const path of [...pages, `/console/people/${clerk.staffId}/end`])
    expect((await stranger.browser.get(path)).status, path).toBe(404);
  for (const end of ["", "/send", "/withdraw"])
    expect((await stranger.browser.post(`${requests}/${id}${end}`, { version: "1" })).status, end).toBe(404);
  expect((await stranger.browser.post(`${requests}/${id}`, { do: "more" })).status).toBe(404);
  expect((await attach(id, scannedLetter, "a.pdf", stranger)).status).toBe(404);
  expect(
    (await stranger.browser.post(`/console/people/${clerk.staffId}/end`, { reason: "left" })).status,
  ).toBe(404);
  expect([await rowOf(id), await all`select * from staff where id = ${clerk.staffId}`]).toEqual(before);
  expect(await textOf(stranger.browser.get("/console/people"))).not.toContain(id);
});
