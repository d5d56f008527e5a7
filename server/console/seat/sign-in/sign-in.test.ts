import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../../tests/support/app.ts";
import { asSuperuser } from "../../../../tests/support/citizens.ts";
import { townWorld } from "../../../../tests/support/municipality.ts";
import { letterPasswordOfTest, withPassword } from "../../../../tests/support/registering.ts";
import { seatSomebody, type Seated } from "../../../../tests/support/seated.ts";
import type { TestWorld } from "../../../../tests/support/ports.ts";
import { granted } from "../../../../tests/support/people.ts";
import { denyChallenge } from "../../../credentials/actions/deny-challenge.ts";
import { settleWrongKeyPin } from "../../../credentials/desk/key-pin.ts";
import { reportLoss } from "../../../credentials/desk/report-loss.ts";
import { lockKey } from "../../../credentials/store/soft-token.ts";
import { bangkokDay } from "../../../kernel/thai-date.ts";

let world: TestWorld;
let all: postgres.Sql;
let open: (cookie?: string) => TestBrowser;
let seated: Seated;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
  open = testApp(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  world.clock.pass(3_600);
  seated = await seatSomebody(world);
  await withPassword(world.ports, seated.holdingId, { isOwn: true });
});

const tried = (password: string, cookie = "", userCode = seated.userCode) =>
  open(cookie).post("/seat/sign-in", { userCode, part: "holder", password });

/** The cookie by which a browser is known at this seat. */
function knownBy(answer: Response): string {
  const given = answer.headers.getSetCookie().find((each) => each.startsWith("__Host-seat-known-"));
  return given?.split(";")[0] ?? "";
}

test("a browser that came in before comes in again, however many wrong passwords strangers of its network send", async () => {
  const known = knownBy(await tried(letterPasswordOfTest));
  expect(known).not.toBe("");
  for (let at = 0; at < 65; at += 1) await tried("wrong wrong wrong");
  expect((await tried(letterPasswordOfTest)).status).toBe(429);
  const entered = await tried(letterPasswordOfTest, known);
  expect([entered.status, cookieGiven(entered, "__Host-seat")]).toEqual([303, expect.stringContaining("=")]);
});

test("a known browser is known at its own seat and part alone, and by no cookie it made itself", async () => {
  const known = knownBy(await tried(letterPasswordOfTest));
  for (let at = 0; at < 10; at += 1) await tried("wrong wrong wrong");
  const [name = "", value = ""] = known.split("=");
  const forged = `${name}=${value.replace(/\.[^.]+\./, ".AAAAAAAAAAAAAAAAAAAAAA.")}`;
  expect((await tried(letterPasswordOfTest, forged)).status).toBe(422);
  expect((await tried(letterPasswordOfTest, known)).status).toBe(303);
});

test("what is missing or too short is told at its field, and is no try", async () => {
  for (let at = 0; at < 12; at += 1) {
    const short = await tried(letterPasswordOfTest, "", "A75XXX00000800");
    expect(short.status).toBe(422);
    if (at === 0) expect(await short.text()).toContain("รหัสผู้ใช้งานมี 15 หลัก ตอนนี้มี 14 หลัก");
  }
  const empty = await (await tried("", "", " ")).text();
  expect(empty).toContain("กรอกรหัสผู้ใช้งาน 15 หลัก");
  expect(empty).toContain("กรอกรหัสผ่าน");
  expect((await tried(letterPasswordOfTest)).status).toBe(303);
});

test("only failures count against everybody: good sign-ins leave the limits as they were", async () => {
  for (let at = 0; at < 20; at += 1) await tried(letterPasswordOfTest);
  const counted = await all`select name, sum(count)::int as n from limit_count
    where name in ('seat_sign_in_code', 'seat_sign_in_all') and bucket > ${new Date(world.clock.now().getTime() - 600_000)}
    group by name order by name`;
  expect(counted.map(({ n }) => n as number)).toEqual([0, 0]);
});

test("signing out is written down", async () => {
  const answer = await open(seated.cookie).post("/seat/sign-out");
  expect(answer.headers.get("location")).toBe("/seat/sign-in?told=signed_out");
  const [row] = await all`select actor_id, person_id from audit_entry
    where action = 'seat_session.signed_out' and subject_id = ${seated.sessionId}`;
  expect(row).toMatchObject({ person_id: seated.personId });
  expect((await open(seated.cookie).get("/seat/home")).headers.get("location")).toBe("/seat/sign-in");
});

test("ending asks the password on its last page; a wrong one ends nothing and keeps the reason", async () => {
  const sure = await (await open(seated.cookie).post("/seat/end", { reason: "other" })).text();
  expect(sure).toContain('name="password"');
  const confirm = (password: string) =>
    open(seated.cookie).post("/seat/end/confirm", { reason: "other", password });
  const refused = await confirm("wrong wrong wrong");
  expect([refused.status, (await refused.text()).includes('value="other"')]).toEqual([422, true]);
  expect((await open(seated.cookie).get("/seat/home")).status).toBe(200);
  const ended = await (await confirm(letterPasswordOfTest)).text();
  expect(ended).toContain("ขั้นต่อไป");
  expect(ended).toContain("requests%2Fnew%3Fcase%3Dphone_changed");
  expect((await open(seated.cookie).get("/seat/home")).status).toBe(303);
});

test("a computer that was stopped from elsewhere is told why it is out", async () => {
  const entered = await tried(letterPasswordOfTest);
  const inside = open(cookieGiven(entered, "__Host-seat"));
  const out = async () => (await inside.get("/seat/requests")).headers.get("location");
  const lostOn = bangkokDay(world.clock.now());
  const loss = { lostOn, said: "", phone: "", requestKey: world.ports.random.uuid() };
  const reporter = { kind: "holder", holdingId: seated.holdingId } as const;
  await granted(reportLoss(world.ports, reporter, { ...loss, holdingId: seated.holdingId }));
  expect(await out()).toBe("/seat/sign-in?told=phone_lost");
  const page = await (await open().get("/seat/sign-in?told=phone_lost")).text();
  expect(page).toContain("เพราะมีการแจ้งโทรศัพท์หาย");
  await all`delete from lost_phone where holding_id = ${seated.holdingId}`;
  await all`update seat_holding set password_hash = null, password_set_at = null where id = ${seated.holdingId}`;
  expect(await out()).toBe("/seat/sign-in?told=password_over");
});

test("the tenth wrong PIN on the phone puts the waiting computer out, and it says what happened and what to do", async () => {
  const waiting = open(cookieGiven(await tried(letterPasswordOfTest), "__Host-seat"));
  expect((await waiting.get("/seat/challenge")).status).toBe(200);
  await world.ports.db.as({ kind: "gate" }, async (tx) => {
    const key = await lockKey(tx, seated.softTokenId);
    if (!key) throw new Error("the key of the test is gone");
    const tries = { wrong: 10, nextTryAt: null, disabledAt: null };
    await settleWrongKeyPin(world.ports, tx, { ...key, tries });
  });
  const told = "/seat/sign-in?told=key_disabled";
  for (const browser of [waiting, open(seated.cookie)])
    expect((await browser.get("/seat/challenge/state")).headers.get("location")).toBe(told);
  const page = await (await open().get(told)).text();
  for (const said of ["ผิดติดกันครบ 10 ครั้ง", "ยังอยู่ครบ", "ยื่นแบบคำร้องขอใช้บริการข้อ 2"]) expect(page).toContain(said);
});

test("a computer that signed out itself is told nothing of a loss", async () => {
  const inside = open(cookieGiven(await tried(letterPasswordOfTest), "__Host-seat"));
  await inside.post("/seat/sign-out", {});
  expect((await inside.get("/seat/requests")).headers.get("location")).toBe("/seat/sign-in");
});

test("“not me” on the phone puts every computer with the password alone out, tells it, and keeps where it was going", async () => {
  const entering = async () => open(cookieGiven(await tried(letterPasswordOfTest), "__Host-seat"));
  const [asking, other] = [await entering(), await entering()];
  const challenge = `/seat/challenge?next=${encodeURIComponent("/openid/authorize/1")}`;
  expect((await asking.get(challenge)).status).toBe(200);
  const [waiting] = await all`select id from sign_in_challenge
    where holding_id = ${seated.holdingId} and state = 'waiting'`;
  const phone = { channel: "c", lineUserId: "u" };
  const denied = { challengeId: waiting?.["id"] as string, phone };
  await granted(denyChallenge(world.ports, { kind: "gate" }, denied));
  const told = "/seat/sign-in?told=denied";
  for (const [browser, path] of [
    [asking, challenge],
    [asking, "/seat/challenge/state"],
    [asking, "/seat/requests"],
    [other, "/seat/requests"],
  ] as const)
    expect((await browser.get(path)).headers.get("location")).toBe(told);
  expect((await asking.post("/seat/challenge/enter")).headers.get("location")).toBe(told);
  const out = await asking.get(challenge);
  expect(cookieGiven(out, "__Host-seat-wanted")).toContain(encodeURIComponent("/openid/authorize/1"));
  expect(await (await open().get(told)).text()).toContain("โทรศัพท์ตอบว่าไม่ใช่คุณ");
  expect((await open(seated.cookie).get("/seat/home")).status).toBe(200);
});
