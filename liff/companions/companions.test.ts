import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenCookie, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { startCompanionBench, type CompanionBench } from "../../tests/support/companions.ts";
import { newVisitor, registered, somebody, type Typist } from "../../tests/support/people.ts";
import type { Citizen } from "../../server/kernel/actor.ts";

let bench: CompanionBench;
let open: (cookie?: string) => TestBrowser;
let asker: Citizen;
let mine: TestBrowser;
beforeAll(async () => {
  bench = await startCompanionBench();
  open = testApp(bench.world);
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.world.clock.pass(25 * 60 * 60);
  asker = await registered(bench.ports, somebody({ firstName: "มานี", lastName: "รักเรียน" }));
  mine = open(await citizenCookie(bench.world, asker));
});

const browserOf = async (citizen: Citizen) => open(await citizenCookie(bench.world, citizen));
const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

const fieldsFor = (whom: Pick<Typist, "citizenId" | "phone">) => ({
  citizenId: whom.citizenId,
  phone: whom.phone,
  relation: "child",
  term: "thirty_days",
  requestKey: "AAAAAAAAAAAAAAAAAAAAAA",
});

/** Posts the form; answers the page it leads to. */
async function ask(whom: Typist): Promise<string> {
  const asked = await mine.post("/liff/companions/new", fieldsFor(whom));
  expect(asked.status).toBe(303);
  return asked.headers.get("location") ?? "";
}

test("asks, waits, takes the OTP that was read out, and lists the person", async () => {
  const whom = somebody();
  const page = await ask(whom);
  expect(page).toMatch(/^\/liff\/companions\/[0-9a-f-]{36}$/);
  const waiting = await textOf(mine.get(page));
  expect(waiting).toContain("one-time-code");
  expect(waiting).not.toContain(whom.citizenId);
  expect(waiting).not.toContain(whom.phone);
  const id = page.split("/").at(-1) ?? "";
  const confirmed = await mine.post(`${page}/otp`, { otp: ` ${await bench.digits(id)} ` });
  expect(confirmed.headers.get("location")).toBe(page);
  expect(await textOf(mine.get(page))).toContain("เจ้าตัวยินยอมแล้ว");
  const list = await textOf(mine.get("/liff/companions"));
  expect(list).toContain(`/liff/for/${id}`);
  expect(list).toContain("ยินยอมแล้ว");
});

test("the page that waits is the same for a number known, unknown, and known with another phone", async () => {
  const known = somebody();
  await registered(bench.ports, known);
  const pages: string[] = [];
  for (const whom of [known, somebody(), { ...known, phone: somebody().phone }]) {
    mine = open(await citizenCookie(bench.world, await registered(bench.ports)));
    const page = await textOf(mine.get(await ask(whom)));
    pages.push(
      page
        .replace(/[0-9a-f-]{36}/g, "id")
        .replace(/: [A-Z]{4}</g, ": ref<")
        .replace(/\d/g, "0"),
    );
  }
  expect(pages[0]).toContain("one-time-code");
  expect(new Set(pages).size).toBe(1);
});

test("the same form sent twenty times at once leads to one page", async () => {
  const fields = fieldsFor(somebody());
  const all = await Promise.all(Array.from({ length: 20 }, () => mine.post("/liff/companions/new", fields)));
  expect(new Set(all.map((answer) => answer.headers.get("location"))).size).toBe(1);
});

test("a refused form names every field, keeps what was typed and the request key", async () => {
  const refused = await mine.post("/liff/companions/new", {
    ...fieldsFor({ citizenId: "1 2345", phone: "0212" }),
    relation: "",
  });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const field of ["citizenId", "phone", "relation"]) expect(page).toContain(`href="#${field}"`);
  expect(page).toContain("เลขบัตรมี 13 หลัก ตอนนี้มี 5 หลัก");
  expect(page).toContain('value="1 2345"');
  expect(page).toContain("AAAAAAAAAAAAAAAAAAAAAA");
  expect(page).toContain("<title>ผิดพลาด");
});

test("a child is vouched for by birth date and relation, and waits for a clerk", async () => {
  const fields = { ...fieldsFor(somebody()), who: "child", relation: "mother" };
  const older = await mine.post("/liff/companions/vouch", { ...fields, birthYear: "2540" });
  expect(older.status).toBe(422);
  expect(await older.text()).toContain("อายุ 15 ปีขึ้นไปตอบเองได้");
  const kept = await mine.post("/liff/companions/vouch", { ...fields, birthYear: "๒๕๖๐" });
  expect(kept.status).toBe(303);
  const page = await textOf(mine.get(kept.headers.get("location") ?? ""));
  expect(page).toContain("รอเจ้าหน้าที่ตรวจสอบ");
  expect(page).not.toContain("/liff/for/");
});

test("the represented person sees who asks, says yes in their own session, and can stop it", async () => {
  const typist = somebody({ firstName: "ปิติ", lastName: "ดีใจ" });
  const theirs = await browserOf(await registered(bench.ports, typist));
  const id = (await ask(typist)).split("/").at(-1) ?? "";
  const question = await textOf(theirs.get(`/liff/agree/${id}`));
  expect(question).toContain("รักเรียน");
  expect(await textOf(mine.get(`/liff/companions/${id}`))).not.toContain("ปิติ");
  const watched = await mine.get(`/liff/companions/${id}/state`);
  expect(await watched.json()).toEqual({ state: "asked" });
  const yes = await theirs.post(`/liff/agree/${id}`, { answer: "agreed" });
  expect(yes.headers.get("location")).toBe(`/liff/agree/${id}`);
  expect(await (await mine.get(`/liff/companions/${id}/state`)).json()).toEqual({ state: "agreed" });
  expect(await textOf(mine.get(`/liff/companions/${id}`))).toContain("ปิติ");
  expect((await theirs.post(`/liff/companions/${id}/end`)).status).toBe(303);
  expect(await textOf(mine.get(`/liff/companions/${id}`))).toContain("สิ้นสุดแล้ว");
});

test("an answer that is none, or comes after the end, is refused with its sentence", async () => {
  const typist = somebody();
  const theirs = await browserOf(await registered(bench.ports, typist));
  const id = (await ask(typist)).split("/").at(-1) ?? "";
  const none = await theirs.post(`/liff/agree/${id}`, { answer: "maybe" });
  expect(none.status).toBe(422);
  await mine.post(`/liff/companions/${id}/end`);
  const late = await theirs.post(`/liff/agree/${id}`, { answer: "agreed" });
  expect(late.status).toBe(422);
  expect(await late.text()).toContain("สิ้นสุดแล้ว");
});

test("a wrong OTP keeps the page with the tries left; coming back to its address leads to the page", async () => {
  const page = await ask(somebody());
  const refused = await mine.post(`${page}/otp`, { otp: "000000" });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("เหลืออีก 4 ครั้ง");
  const back = await mine.get(`${page}/otp`);
  expect(back.headers.get("location")).toBe(page);
  const soon = await mine.post(`${page}/resend`);
  expect(soon.status).toBe(422);
  bench.world.clock.pass(61);
  const resent = await mine.post(`${page}/resend`);
  expect(resent.headers.get("location")).toBe(`${page}?done=resent`);
});

test("somebody else's delegation is not found, whatever is asked of it", async () => {
  const page = await ask(somebody());
  const id = page.split("/").at(-1) ?? "";
  const stranger = await browserOf(await registered(bench.ports));
  const answers = await Promise.all([
    stranger.get(page),
    stranger.get(`${page}/state`),
    stranger.get(`/liff/agree/${id}`),
    stranger.post(`/liff/agree/${id}`, { answer: "agreed" }),
    stranger.post(`${page}/otp`, { otp: "123456" }),
    stranger.post(`${page}/resend`),
    stranger.post(`${page}/end`),
    mine.get(`/liff/agree/${id}`),
    mine.get(`/liff/companions/${bench.ports.random.uuid()}`),
    mine.get("/liff/companions/not-an-id"),
    mine.post("/liff/companions/not-an-id/end"),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  expect((await bench.view(asker, id)).state).toBe("asked");
});

test("a session without the PIN is led to it, one without an account to registration, and back again", async () => {
  const locked = await browserOf({ ...asker, unlocked: false });
  const unlocking = await locked.get("/liff/companions");
  expect(unlocking.headers.get("location")).toBe("/liff/unlock?next=%2Fliff%2Fcompanions");
  const visitor = await newVisitor(bench.ports);
  const fresh = await browserOf({ ...visitor, kind: "citizen", personId: "", unlocked: false });
  const id = bench.ports.random.uuid();
  const registering = await fresh.get(`/liff/agree/${id}`);
  expect(registering.headers.get("location")).toBe(`/liff/register?next=%2Fliff%2Fagree%2F${id}`);
});

test("without an SMS gateway the page says that the person can still answer in LINE", async () => {
  const ports = { ...bench.ports, sms: { ...bench.ports.sms, available: false } };
  const offline = testApp({ ...bench.world, ports })(await citizenCookie(bench.world, asker));
  const asked = await offline.post("/liff/companions/new", fieldsFor(somebody()));
  const page = await textOf(offline.get(asked.headers.get("location") ?? ""));
  expect(page).toContain("ขณะนี้ส่ง SMS ไม่ได้");
  expect(page).not.toContain("one-time-code");
});
