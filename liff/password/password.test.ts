import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { citizenPassword, notice } from "../../db/schema/index.ts";
import { citizenCookie, cookieGiven, testApp, type TestBrowser } from "../../tests/support/app.ts";
import { newVisitor, registered } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import {
  acceptTerms,
  citizenCookieName,
  join,
  joiner,
  newestLink,
  newestOtp,
  proveNewestEmail,
  realAddress,
  type Joiner,
} from "../../tests/support/web-joiner.ts";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import type { SystemActor } from "../../server/kernel/actor.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let me: Joiner;
let mine: string;
/** How many slow hashes were compared: the work that an answer takes. */
let compared = 0;
const tester: SystemActor = { kind: "system", job: "test" };

beforeAll(async () => {
  const sms = { send: () => Promise.resolve({ kind: "sent" } as const), available: true };
  const pinHash = {
    make: lightPinHash.make,
    matches: (...given: Parameters<typeof lightPinHash.matches>) => {
      compared += 1;
      return lightPinHash.matches(...given);
    },
  };
  world = await testWorld({ sms, pinHash });
  open = testApp(world);
});
beforeEach(async () => {
  world.clock.pass(25 * 60 * 60);
  me = joiner();
  mine = (await join(world, open, me)).cookie;
});
afterAll(() => world.close());

const signIn = (login: string, password: string, cookie = "") =>
  open(cookie).post("/liff/password", { login, password });
const mailed = () =>
  world.ports.db.as(tester, async (tx) =>
    (await tx.select().from(notice)).filter(({ medium }) => medium === "mail"),
  );
const newPassword = "นกเขาบินข้ามทุ่ง 88";

test("number, phone and a proven e-mail each sign in; an e-mail nobody proved does not", async () => {
  for (const login of [me.citizenId, me.phone]) expect((await signIn(login, me.password)).status).toBe(303);
  expect((await signIn(me.email, me.password)).status).toBe(422);
  await proveNewestEmail(world, open);
  expect((await signIn(me.email, me.password)).status).toBe(303);
});

test("a session that signed in is unlocked at once, and leads on", async () => {
  const response = await open().post("/liff/password?next=%2Fliff%2Faccount", {
    login: me.citizenId,
    password: me.password,
  });
  expect(response.headers.get("location")).toBe("/liff/account");
  const account = await open(cookieGiven(response, citizenCookieName)).get("/liff/account");
  expect(await account.text()).toContain("บัญชีของฉัน");
});

test("whatever is wrong, the answer is the same and as much is compared", async () => {
  const answers = [];
  const stranger = joiner();
  for (const login of [
    me.citizenId,
    stranger.citizenId,
    me.email,
    stranger.phone,
    "nobody",
    "1234567890123",
  ]) {
    compared = 0;
    const response = await signIn(login, "ไม่ใช่รหัสผ่านนี้แน่นอน");
    const page = (await response.text()).replaceAll(login, "");
    answers.push({
      status: response.status,
      page,
      compared,
      cookie: cookieGiven(response, citizenCookieName),
    });
  }
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 422, compared: 1, cookie: "" });
});

test("a phone that two people share names neither", async () => {
  await join(world, open, joiner({ phone: me.phone }));
  expect((await signIn(me.phone, me.password)).status).toBe(422);
  expect((await signIn(me.citizenId, me.password)).status).toBe(303);
});

test("fifteen wrong ones lock the password; the way out is the mail, and the right one no longer opens", async () => {
  await proveNewestEmail(world, open);
  for (let n = 0; n < 15; n++) {
    await signIn(me.citizenId, "ไม่ใช่รหัสผ่านนี้แน่นอน");
    world.clock.pass(3600);
  }
  expect((await signIn(me.citizenId, me.password)).status).toBe(422);
  expect((await mailed()).filter(({ kind }) => kind === "account_locked")).toHaveLength(1);
  await open().post("/liff/forgot", { email: me.email });
  await open().post(await newestLink(world, "reset_password"), { password: newPassword, again: newPassword });
  expect((await signIn(me.citizenId, newPassword)).status).toBe(303);
});

test("past twenty tries under one login the next is asked to wait, known or not", async () => {
  for (const login of [me.citizenId, joiner().citizenId]) {
    for (let n = 0; n < 20; n++) await signIn(login, "ไม่ใช่รหัสผ่านนี้แน่นอน");
    expect((await signIn(login, me.password)).status).toBe(429);
    world.clock.pass(60);
  }
});

test("one login written in several ways is one login: its tries are counted together", async () => {
  const grouped = me.citizenId.replace(/^(.)(.{4})(.{5})(..)(.)$/, "$1-$2-$3-$4-$5");
  const thai = me.citizenId.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
  const ways = [me.citizenId, grouped, ` ${thai} `];
  for (let n = 0; n < 20; n++) await signIn(ways[n % ways.length] ?? "", "ไม่ใช่รหัสผ่านนี้แน่นอน");
  for (const login of ways) expect((await signIn(login, me.password)).status).toBe(429);
});

test("guesses sent at once are compared no more than the count allows", async () => {
  compared = 0;
  await Promise.all(Array.from({ length: 18 }, () => signIn(me.citizenId, "ไม่ใช่รหัสผ่านนี้แน่นอน")));
  const rows = await world.ports.db.as(tester, (tx) => tx.select().from(citizenPassword));
  const own = rows.find(({ changedAt }) => changedAt.getTime() === world.clock.now().getTime());
  expect(own?.wrong).toBe(10);
});

test("a web session that idled asks for the password, and not for who it is", async () => {
  world.clock.pass(16 * 60);
  const led = await open(mine).get("/liff/account");
  expect(led.headers.get("location")).toBe("/liff/password?next=%2Fliff%2Faccount");
  const page = await (await open(mine).get("/liff/password")).text();
  expect(page).not.toContain('name="login"');
  expect((await open(mine).post("/liff/password", { password: "ไม่ใช่รหัสผ่านนี้แน่นอน" })).status).toBe(422);
  const again = await open(mine).post("/liff/password?next=%2Fliff%2Faccount", { password: me.password });
  expect(again.headers.get("location")).toBe("/liff/account");
  expect(cookieGiven(again, citizenCookieName)).not.toBe(mine);
  expect((await open(mine).get("/liff/unlock")).headers.get("location") ?? "entry").not.toContain(
    "/liff/register",
  );
});

test("a session somebody planted is not the one that is signed in", async () => {
  const planted = await acceptTerms(open);
  const after = cookieGiven(await signIn(me.citizenId, me.password, planted), citizenCookieName);
  expect(after).not.toBe(planted);
  expect((await open(after).get("/liff/account")).status).toBe(200);
  expect(await (await open(planted).get("/liff/account")).text()).toContain('data-entry="waiting"');
});

test("the answer to a lost password tells nothing, and does the same for an e-mail nobody has", async () => {
  await proveNewestEmail(world, open);
  const answers = [];
  for (const email of [me.email, "nobody@example.com", joiner().email]) {
    const before = (await mailed()).length;
    const response = await open().post("/liff/forgot", { email });
    answers.push([response.status, response.headers.get("location"), (await mailed()).length - before]);
  }
  for (const answer of answers) expect(answer).toEqual([303, "/liff/forgot/sent", 1]);
  expect(await (await open().get("/liff/forgot/sent")).text()).toContain("จดหมายขยะ");
});

test("a mailed link sets a password once, within thirty minutes, and ends every other web session", async () => {
  await proveNewestEmail(world, open);
  await open().post("/liff/forgot", { email: me.email });
  const link = await newestLink(world, "reset_password");
  const page = await (await open().get(link)).text();
  expect(page).toContain("คำแนะนำ");
  expect((await open().post(link, { password: "12345678", again: "12345678" })).status).toBe(422);
  const both = { password: newPassword, again: newPassword };
  const ends = await Promise.all([open().post(link, both), open().post(link, both)]);
  expect(ends.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect((await open().post(link, both)).status).toBe(404);
  expect(await (await open(mine).get("/liff/account")).text()).toContain('data-entry="waiting"');
  expect((await signIn(me.citizenId, me.password)).status).toBe(422);
  expect((await signIn(me.citizenId, newPassword)).status).toBe(303);
  expect((await mailed()).some(({ kind }) => kind === "account_password_changed")).toBe(true);
});

test("a link past its half hour, made up, or for another purpose opens nothing", async () => {
  const proof = await newestLink(world, "prove_email");
  await proveNewestEmail(world, open);
  await open().post("/liff/forgot", { email: me.email });
  const link = await newestLink(world, "reset_password");
  const both = { password: newPassword, again: newPassword };
  const token = link.split("/").at(-1) ?? "";
  const made = [`${link}A`, link.replace(/.$/, "~"), `/liff/new-password/${proof.split("/").at(-1) ?? ""}`];
  for (const path of made) expect((await open().post(path, both)).status).toBe(404);
  expect((await open().post(`/liff/prove-email/${token}`)).status).toBe(404);
  world.clock.pass(30 * 60);
  expect((await open().post(link, both)).status).toBe(404);
  expect((await signIn(me.citizenId, me.password)).status).toBe(303);
});

test("an e-mail is proven by its link once, and by none that was sent before a newer one", async () => {
  const first = await newestLink(world, "prove_email");
  await open(mine).post("/liff/account/contact/proof");
  const second = await newestLink(world, "prove_email");
  expect((await open().post(first)).status).toBe(404);
  expect(await (await open().get(second)).text()).toContain("ยืนยันอีเมล");
  expect((await open().post(second)).status).toBe(303);
  expect((await open().post(second)).status).toBe(404);
});

test("an e-mail that somebody has proven is proven by nobody else, also of two at once", async () => {
  const other = joiner({ email: me.email });
  const first = await newestLink(world, "prove_email");
  world.clock.pass(1);
  await join(world, open, other);
  const second = await newestLink(world, "prove_email");
  const ends = await Promise.all([open().post(first), open().post(second)]);
  expect(ends.map(({ status }) => status).sort()).toEqual([303, 409]);
});

test("in LINE the password links the account once, and a PIN is set before anything else is asked", async () => {
  const cookie = await citizenCookie(world, await newVisitor(world.ports));
  const linked = await signIn(me.citizenId, me.password, cookie);
  expect(linked.headers.get("location")).toBe("/liff/new-pin");
  const inLine = cookieGiven(linked, citizenCookieName);
  const weak = await open(inLine).post("/liff/new-pin", { pin: "111111", again: "111111" });
  expect(weak.status).toBe(422);
  expect((await open(inLine).post("/liff/new-pin", { pin: "493817", again: "493817" })).status).toBe(303);
  expect((await open(inLine).post("/liff/new-pin", { pin: "593817", again: "593817" })).status).toBe(303);
  world.clock.pass(16 * 60);
  expect((await open(inLine).get("/liff/account")).headers.get("location")).toContain("/liff/unlock");
  const back = await open(inLine).post("/liff/unlock", { pin: "493817" });
  expect(back.status).toBe(303);
});

test("an account that another LINE is linked to is linked to no second one", async () => {
  const first = await citizenCookie(world, await newVisitor(world.ports));
  await signIn(me.citizenId, me.password, first);
  const second = await citizenCookie(world, await newVisitor(world.ports));
  const refused = await signIn(me.citizenId, me.password, second);
  expect([refused.status, (await refused.text()).includes("บัญชีนี้ผูกกับ LINE อื่นอยู่")]).toEqual([422, true]);
});

test("a LINE whose PIN was never set asks for the password again after it idled, then for a PIN", async () => {
  const cookie = await citizenCookie(world, await newVisitor(world.ports));
  const inLine = cookieGiven(await signIn(me.citizenId, me.password, cookie), citizenCookieName);
  world.clock.pass(16 * 60);
  expect((await open(inLine).get("/liff/unlock")).headers.get("location")).toBe("/liff/password");
  const again = await open(inLine).post("/liff/password", { password: me.password });
  expect(again.headers.get("location")).toBe("/liff/new-pin");
});

test("the account page changes password and contact for who proves it again, and for nobody else", async () => {
  await proveNewestEmail(world, open);
  const both = { password: newPassword, again: newPassword };
  expect((await open(mine).post("/liff/account/password", { proof: "ไม่ใช่รหัสผ่านนี้", ...both })).status).toBe(
    422,
  );
  const changed = await open(mine).post("/liff/account/password", { proof: me.password, ...both });
  expect(changed.headers.get("location")).toBe("/liff/account?done=password_changed");
  expect((await signIn(me.citizenId, newPassword)).status).toBe(303);
  const page = await (await open(mine).get("/liff/account/contact")).text();
  expect(page).toContain(me.email);
});

test("a new e-mail is used only once it was proven, and the one so far is told", async () => {
  await proveNewestEmail(world, open);
  const fields = {
    prefix: "นาง",
    email: `new-${me.email}`,
    proof: me.password,
    ...(await realAddress(world)),
  };
  const saved = await open(mine).post("/liff/account/contact", fields);
  expect(saved.headers.get("location")).toBe("/liff/account?done=contact_changed");
  expect((await mailed()).some(({ kind }) => kind === "account_email_changed")).toBe(true);
  expect((await signIn(`new-${me.email}`, me.password)).status).toBe(422);
  expect((await signIn(me.email, me.password)).status).toBe(303);
  await proveNewestEmail(world, open);
  expect((await signIn(`new-${me.email}`, me.password)).status).toBe(303);
  expect((await signIn(me.email, me.password)).status).toBe(422);
});

test("somebody registered in LINE without a password is refused as everybody is", async () => {
  const other = joiner();
  await registered(world.ports, other);
  compared = 0;
  expect((await signIn(other.citizenId, other.password)).status).toBe(422);
  expect(compared).toBe(1);
});

test("who proves themselves by a password changes the phone with it, and is never asked for a PIN", async () => {
  const browser = open(mine);
  const page = await (await browser.get("/liff/account/phone")).text();
  expect(page).toContain("รหัสผ่านปัจจุบัน");
  expect(page).not.toContain("รหัสผ่าน 6 หลัก");
  const { phone } = joiner();
  const wrong = await browser.post("/liff/account/phone", { phone, proof: "ไม่ใช่รหัสผ่านนี้แน่นอน" });
  expect(wrong.status).toBe(422);
  const said = await wrong.text();
  expect(said).toContain("รหัสผ่านไม่ถูกต้อง เหลืออีก");
  expect(said).toContain(`value="${phone}"`);
  const started = await browser.post("/liff/account/phone", { phone, proof: me.password });
  const change = started.headers.get("location") ?? "";
  expect(change).toMatch(/^\/liff\/account\/phone\/[0-9a-f-]{36}$/);
  await browser.post(change, { otp: await newestOtp(world) });
  world.clock.pass(1);
  const done = await browser.post(change, { otp: await newestOtp(world) });
  expect(done.headers.get("location")).toBe("/liff/account?done=phone_changed");
  expect((await signIn(phone, me.password)).status).toBe(303);
});

test("a browser without LINE that asks for the PIN's page is led to the password's", async () => {
  for (const answer of [
    await open(mine).get("/liff/account/pin"),
    await open(mine).post("/liff/account/pin", { oldPin: "1", newPin: "2", againPin: "2" }),
  ]) {
    expect(answer.headers.get("location")).toBe("/liff/account/password");
  }
});

test("twelve characters are too few where the password is alone, and the page says how many are missing", async () => {
  const short = "vkd9fh2qpzm1";
  const answer = await open(mine).post("/liff/account/password", {
    proof: me.password,
    password: short,
    again: short,
  });
  expect(answer.status).toBe(422);
  const said = await answer.text();
  expect(said).toContain("เพิ่มอีกอย่างน้อย 3 ตัวอักษร");
  expect(said).not.toContain(short);
});
