import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joiner, scannedLetter, sentRequest, drafted, typedFor } from "../../../tests/support/access.ts";
import { testApp, type TestBrowser } from "../../../tests/support/app.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openFacility } from "../../../tests/support/facilities.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { startMailbox, type Mailbox } from "../../../tests/support/mailbox.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { cameIn, goodPassword, openOffice, type StaffInside } from "../../../tests/support/staff.ts";
import type { TypedRequest } from "../../agencies/access-form.ts";
import { decideAccess } from "../../agencies/actions/decide-access.ts";
import type { Staff } from "../../kernel/actor.ts";
import { placeFacility } from "../../visits/actions/place-facility.ts";
import { wordsIn } from "../../words/words.ts";
import { drainMails } from "../mail/outbox.ts";

const words = wordsIn("th").agencies.access;
const site = { publicUrl: new URL("https://pratu.example") };
let world: TestWorld;
let all: postgres.Sql;
let mailbox: Mailbox;
let open: (cookie?: string) => TestBrowser;
let agencyId: string;
let admin: Staff;
let registrar: StaffInside;
let office: string;

beforeAll(async () => {
  mailbox = await startMailbox();
  world = await testWorld({ pinHash: lightPinHash, mail: mailbox.mail });
  all = asSuperuser(world);
  open = testApp(world);
  office = await openOffice(world.ports, 4);
  agencyId = await openFacility(world.ports, { region: 4 });
  const { staffId } = await cameIn(world.ports, open, agencyId, "facility_admin");
  admin = { kind: "staff", staffId, agencyId, level: "facility_admin" };
  registrar = await cameIn(world.ports, open, office, "registrar");
});
afterAll(async () => {
  await all.end();
  await world.close();
  await mailbox.close();
});

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();
const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const send = (typed: TypedRequest) => sentRequest(world.ports, admin, typed);
const drain = () => drainMails(world.ports, { ...site, channel: "c" });

async function peopleOf(id: string): Promise<string[]> {
  return (await all`select id from access_person where request_id = ${id} order by id`).map(
    (row) => row["id"] as string,
  );
}

/** Posts the registrar's choices: "granted", "refused: why", or nothing, in the order of the letter. */
async function decide(
  id: string,
  choices: readonly string[],
  browser = registrar.browser,
  how = "",
): Promise<Response> {
  const people = await peopleOf(id);
  const form = new FormData();
  form.set("do", how);
  people.forEach((personId, at) => {
    const [result = "", reason = ""] = (choices[at] ?? "").split(": ");
    form.append("person", personId);
    form.set(`result-${personId}`, result);
    form.set(`reason-${personId}`, reason);
  });
  return browser.postForm(`/console/access/${id}`, form);
}

const accountOf = async (email: string) =>
  (
    await all`select s.id, s.state, s.level, s.agency_id, s.registrar_id, s.username from staff s
    join access_person p on p.staff_id = s.id where s.username = ${email.split("@")[0] ?? ""}`
  )[0];

test("a request waits in its region's queue, the oldest first, and shows each person with the letter", async () => {
  const first = await send(typedFor([joiner("clerk", { firstName: "ก้าว" })]));
  world.clock.pass(60);
  const second = await send(typedFor([joiner(), joiner("report_reader")]));
  const queue = await textOf(registrar.browser.get("/console/access"));
  expect(queue.indexOf(first)).toBeGreaterThan(0);
  expect(queue.indexOf(first)).toBeLessThan(queue.indexOf(second));
  const page = await textOf(registrar.browser.get(`/console/access/${first}`));
  for (const said of ["ก้าว ชูใจ", "สธ 0032/123", "โรงพยาบาลสมมติ", "ผู้อำนวยการ"]) expect(page).toContain(said);
  const scan = await registrar.browser.get(`/console/access/${first}/scan`);
  expect(new Uint8Array(await scan.arrayBuffer())).toEqual(scannedLetter);
  const written =
    await all`select action from audit_entry where subject_id = ${first} and actor_id = ${registrar.staffId} order by at`;
  expect(written.map(({ action }) => action as string)).toEqual([
    "access_request.opened",
    "access_request.scan_opened",
  ]);
});

test("one is granted and mailed a link, one refused and mailed the reason, and the agency sees both", async () => {
  const [yes, no] = [joiner("report_reader"), joiner()];
  const id = await send(typedFor([yes, no]));
  expect(where(await decide(id, ["granted", "refused: หนังสือไม่มีลายเซ็น"]))).toEqual([
    303,
    `/console/access/${id}?left=0`,
  ]);
  await drain();
  const [invitation] = mailbox.mailsTo(yes.email);
  const [, path = ""] = /(\/console\/set-password\/[\w-]+)/.exec(invitation?.text ?? "") ?? [];
  expect((await open().post(path, { password: goodPassword })).status).toBe(303);
  expect(await accountOf(yes.email)).toMatchObject({
    state: "active",
    level: "report_reader",
    agency_id: agencyId,
    registrar_id: office,
  });
  expect(mailbox.mailsTo(no.email)[0]?.text).toContain("หนังสือไม่มีลายเซ็น");
  expect(await accountOf(no.email)).toBeUndefined();
  expect((await all`select state from access_request where id = ${id}`)[0]).toEqual({ state: "decided" });
});

test("a refusal without a reason is refused, and so is nothing at all; what was chosen stays", async () => {
  const id = await send(typedFor([joiner(), joiner()]));
  const answer = await decide(id, ["granted: ครบถ้วน", "refused"]);
  const page = await answer.text();
  expect([answer.status, page.includes(words.faults.reason_missing)]).toEqual([422, true]);
  expect(page).toContain('value="ครบถ้วน"');
  expect(
    await all`select 1 from access_person where request_id = ${id} and decision <> 'pending'`,
  ).toHaveLength(0);
  const nothing = await decide(id, []);
  expect([nothing.status, (await nothing.text()).includes(words.nothing)]).toEqual([422, true]);
});

test("people are decided one after the other; those left stay open", async () => {
  const id = await send(typedFor([joiner(), joiner()]));
  expect(where(await decide(id, ["granted"]))).toEqual([303, `/console/access/${id}?left=1`]);
  expect((await all`select state from access_request where id = ${id}`)[0]).toEqual({ state: "sent" });
  const again = await decide(id, ["refused: ไม่ใช่", "granted"]);
  expect([again.status, (await again.text()).includes(words.faults.person_decided)]).toEqual([422, true]);
  expect(where(await decide(id, ["", "granted"]))).toEqual([303, `/console/access/${id}?left=0`]);
});

test("of two registrars at once one decides, the other is told, and nobody gets two accounts", async () => {
  const colleague = await cameIn(world.ports, open, office, "registrar");
  const somebody = joiner();
  const id = await send(typedFor([somebody]));
  const answers = await Promise.all([
    decide(id, ["granted"]),
    decide(id, ["refused: อีกคนไม่เห็นด้วย"], colleague.browser),
    decide(id, ["granted"], colleague.browser),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  const told = await Promise.all(answers.filter(({ status }) => status === 422).map(textOf));
  for (const page of told) expect(page).toContain(words.overNow);
  const mails = await all`select kind from notice where kind in ('staff_invited', 'staff_refused')
    and (refs->>'accessPersonId' = any (${await peopleOf(id)}) or refs->>'staffId' in
      (select staff_id::text from access_person where request_id = ${id}))`;
  expect(mails).toHaveLength(1);
});

test("the same person in two requests that are granted at once gets one account", async () => {
  const somebody = joiner();
  const [one, two] = [await send(typedFor([somebody])), await send(typedFor([somebody]))];
  const answers = await Promise.all([decide(one, ["granted"]), decide(two, ["granted"])]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  const accounts =
    await all`select distinct staff_id from access_person where request_id in (${one}, ${two})`;
  expect(accounts).toHaveLength(1);
});

test("a change of people: who leaves is out with the next request, in the transaction that lets the other in", async () => {
  const old = await cameIn(world.ports, open, agencyId);
  const next = joiner();
  const id = await send(typedFor([next], [old.staffId]));
  expect((await old.browser.get("/console/counter")).status).toBe(200);
  expect((await decide(id, ["granted", "granted"])).status).toBe(303);
  expect(where(await old.browser.get("/console/counter"))).toEqual([303, "/console/sign-in"]);
  expect((await all`select state, end_reason from staff where id = ${old.staffId}`)[0]).toEqual({
    state: "ended",
    end_reason: "left",
  });
  expect(await accountOf(next.email)).toMatchObject({ state: "invited" });
  await drain();
  expect(mailbox.mailsTo(old.person.email).at(-1)?.subject).toContain("สิทธิเข้าใช้งานสิ้นสุดแล้ว");
});

test("a change of one's own level: the old account ends, a new one is opened by its own link", async () => {
  const old = await cameIn(world.ports, open, agencyId);
  const { citizenId, email } = old.person;
  const id = await send(typedFor([joiner("report_reader", { citizenId, email })], [old.staffId]));
  const alone = await decide(id, ["granted"]);
  expect([alone.status, (await alone.text()).includes(words.faults.person_has_access)]).toEqual([422, true]);
  expect((await decide(id, ["granted", "granted"])).status).toBe(303);
  const accounts = await all`select state, level from staff where citizen_index =
    (select citizen_index from staff where id = ${old.staffId}) order by state`;
  expect(accounts.map((row) => `${String(row["state"])} ${String(row["level"])}`)).toEqual([
    "ended clerk",
    "invited report_reader",
  ]);
});

test("a request brings back an account that ran out after sixty days, with a password of its own", async () => {
  const old = await cameIn(world.ports, open, agencyId);
  await all`update staff set state = 'revoked', end_reason = 'idle' where id = ${old.staffId}`;
  const { citizenId } = old.person;
  const back = joiner("facility_admin", { citizenId });
  expect((await decide(await send(typedFor([back])), ["granted"])).status).toBe(303);
  expect(
    (await all`select state, level, password_hash, end_reason from staff where id = ${old.staffId}`)[0],
  ).toEqual({
    state: "invited",
    level: "facility_admin",
    password_hash: null,
    end_reason: null,
  });
});

test("with the mail server down a grant stands and its invitation comes when it is back", async () => {
  mailbox.outage(true);
  const somebody = joiner();
  const id = await send(typedFor([somebody]));
  expect((await decide(id, ["granted"])).status).toBe(303);
  await drain();
  expect(mailbox.mailsTo(somebody.email)).toHaveLength(0);
  mailbox.outage(false);
  world.clock.pass(1_200);
  await drain();
  await drain();
  expect(mailbox.mailsTo(somebody.email)).toHaveLength(1);
});

test("a request that was withdrawn is decided on by nobody", async () => {
  const id = await send(typedFor([joiner()]));
  await all`update access_request set state = 'withdrawn' where id = ${id}`;
  const answer = await decide(id, ["granted"]);
  expect([answer.status, (await answer.text()).includes(words.overNow)]).toEqual([422, true]);
});

test("another region's registrar and the centre meet 404 and see no row; nor does anybody see a draft", async () => {
  const id = await send(typedFor([joiner()]));
  const draft = await drafted(world.ports, admin, typedFor([joiner()]));
  const elsewhere = await openOffice(world.ports, 5);
  const centre = await openOffice(world.ports, null);
  const others = [
    await cameIn(world.ports, open, elsewhere, "registrar"),
    await cameIn(world.ports, open, centre, "national_admin"),
  ];
  for (const { browser } of others) {
    expect(await textOf(browser.get("/console/access"))).not.toContain(id);
    expect((await browser.get(`/console/access/${id}`)).status).toBe(404);
    expect((await browser.get(`/console/access/${id}/scan`)).status).toBe(404);
    expect((await decide(id, ["granted"], browser)).status).toBe(404);
  }
  expect((await registrar.browser.get(`/console/access/${draft}`)).status).toBe(404);
  const stranger = {
    kind: "staff",
    staffId: registrar.staffId,
    agencyId: elsewhere,
    level: "registrar",
  } as const;
  for (const table of ["access_request", "access_person"]) {
    const rows = await world.ports.db.as(stranger, (tx) => tx.execute(`select id from ${table}`));
    expect(rows).toHaveLength(0);
  }
  const [personId = ""] = await peopleOf(id);
  const judgements = [{ personId, decision: "granted", reason: "" }];
  expect(await decideAccess(world.ports, stranger, { requestId: id, judgements })).toEqual({
    ok: false,
    refusal: { kind: "request_not_found" },
  });
});

test("a facility that is put into another region takes its requests along", async () => {
  const moving = await openFacility(world.ports, { hcode: "99904", nameTh: "รพ.ย้ายเขต", region: 4 });
  const { staffId } = await cameIn(world.ports, open, moving, "facility_admin");
  const leaver = await cameIn(world.ports, open, moving);
  const theirs = { kind: "staff", staffId, agencyId: moving, level: "facility_admin" } as const;
  const id = await sentRequest(world.ports, theirs, typedFor([joiner(), joiner()], [leaver.staffId]));
  await decide(id, ["refused: ไม่ครบ"]);
  const next = await cameIn(world.ports, open, await openOffice(world.ports, 6), "registrar");
  const administrator = { kind: "system", job: "test" } as const;
  expect((await placeFacility(world.ports, administrator, { hcode: "99904", region: 6 })).ok).toBe(true);
  expect((await registrar.browser.get(`/console/access/${id}`)).status).toBe(404);
  expect(where(await decide(id, ["", "granted", "granted"], next.browser))).toEqual([
    303,
    `/console/access/${id}?left=0`,
  ]);
  expect((await all`select state from staff where id = ${leaver.staffId}`)[0]).toEqual({ state: "ended" });
});

test("an agency decides on nobody itself, whatever it sends to the database", async () => {
  const id = await send(typedFor([joiner()]));
  const change = `update access_person set decision = 'granted' where request_id = '${id}'`;
  const tried = world.ports.db.as(admin, (tx) => tx.execute(change));
  await expect(tried).rejects.toMatchObject({
    cause: { message: expect.stringContaining("permission denied") as string },
  });
});

test("a decision is made once, by raw SQL too", async () => {
  const id = await send(typedFor([joiner()]));
  await decide(id, ["refused: ไม่ครบ"]);
  await expect(all`update access_person set decision = 'granted' where request_id = ${id}`).rejects.toThrow(
    /made once/,
  );
});

test("everybody not chosen is granted at one press, whoever was refused stays refused", async () => {
  const id = await send(typedFor([joiner(), joiner(), joiner()]));
  expect(where(await decide(id, ["", "refused: ไม่ใช่เจ้าหน้าที่"], registrar.browser, "rest"))).toEqual([
    303,
    `/console/access/${id}?left=0`,
  ]);
  const rows = await all`select decision from access_person where request_id = ${id} order by id`;
  expect(rows.map(({ decision }) => decision as string)).toEqual(["granted", "refused", "granted"]);
});
