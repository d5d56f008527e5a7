import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cookieGiven, testApp, type TestBrowser } from "../../../../tests/support/app.ts";
import { openTown, townWorld } from "../../../../tests/support/municipality.ts";
import { atComputer, letterPasswordOfTest, withPassword } from "../../../../tests/support/registering.ts";
import { seatSomebody, signInAgain, type Seated } from "../../../../tests/support/seated.ts";
import {
  holdingOf,
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
} from "../../../../tests/support/seats.ts";
import type { TestWorld } from "../../../../tests/support/ports.ts";
import { setPasswordMonths } from "../../../credentials/actions/password-months.ts";
import { insertSeatLink } from "../../../credentials/store/seat-link.ts";
import { seatLinkPath } from "../../../credentials/seat-link.ts";
import { mailLinkToken } from "../../../kernel/mail-link.ts";

let world: TestWorld;
let open: (cookie?: string) => TestBrowser;
let seated: Seated;

beforeAll(async () => {
  world = await townWorld();
  open = testApp(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  seated = await seatSomebody(world);
  await withPassword(world.ports, seated.holdingId, { isOwn: true });
});

const old = letterPasswordOfTest;
const fresh = "ลมหนาวพัดผ่านทุ่งนา";
const where = (answer: Response) => [answer.status, answer.headers.get("location")];
const change = (typed: Record<string, string>) =>
  open(seated.cookie).post("/seat/password", { old, password: fresh, again: fresh, ...typed });

test("a new password is taken with the old one, ends every computer, and is asked for at once", async () => {
  const { holdingId } = seated;
  const other = (await signInAgain(world, seated)).cookie;
  expect(where(await change({}))).toEqual([303, "/seat/sign-in?told=password_changed"]);
  expect(await (await open().get("/seat/sign-in?told=password_changed")).text()).toContain(
    "กรุณา Login เข้าระบบใหม่",
  );
  for (const cookie of [seated.cookie, other])
    expect(where(await open(cookie).get("/seat"))).toEqual([303, "/seat/sign-in"]);
  const holding = await holdingOf(world.ports, holdingId);
  expect(await atComputer(open, holding, old)).toBe("");
  expect(await atComputer(open, holding, fresh)).not.toBe("");
});

test("a wrong old one, a short, a common, the same and two that differ are each refused beside their field", async () => {
  const told = async (typed: Record<string, string>) => {
    const answer = await change(typed);
    return [answer.status, /href="#(?!main)(\w+)"/.exec(await answer.text())?.[1]];
  };
  expect(await told({ old: "wrong wrong wrong" })).toEqual([422, "old"]);
  expect(await told({ password: "short", again: "short" })).toEqual([422, "password"]);
  expect(await told({ password: "password12345", again: "password12345" })).toEqual([422, "password"]);
  expect(await told({ password: old, again: old })).toEqual([422, "password"]);
  expect(await told({ again: "ลมร้อนพัดผ่านทุ่งนา" })).toEqual([422, "again"]);
  expect(where(await open(seated.cookie).get("/seat"))).toEqual([303, "/seat/home"]);
});

test("a password somebody else made comes before anything, and afterwards the way goes on", async () => {
  await withPassword(world.ports, seated.holdingId);
  const wanted = await open(seated.cookie).get("/seat");
  expect(where(wanted)).toEqual([303, "/seat/password"]);
  const page = await (await open(seated.cookie).get("/seat/password")).text();
  expect(page).toContain("กรุณาเปลี่ยน Password ใช้งาน");
  expect(page).toContain("ต้องการบันทึกข้อมูล ใช่หรือไม่");
});

test("after three months a new one is asked for, unless the office chose never", async () => {
  const { holdingId } = seated;
  world.clock.pass(93 * 24 * 3600);
  const { cookie } = await signInAgain(world, seated);
  expect(where(await open(cookie).get("/seat"))).toEqual([303, "/seat/password"]);
  expect(await (await open(cookie).get("/seat/password")).text()).toContain("ครบกำหนด");
  const { issuerId } = await holdingOf(world.ports, holdingId);
  const registrar = await staffOf(world.ports, issuerId, "token_registrar");
  await setPasswordMonths(world.ports, registrar, "0");
  expect(where(await open(cookie).get("/seat"))).toEqual([303, "/seat/home"]);
});

test("a link sets a password once, says plainly when it is dead, and keeps the link where the password is refused", async () => {
  const town = await openTown(world.ports);
  const head = await staffOf(world.ports, town.agencyId, "seat_head");
  const seats = await issuedSeats(world.ports, await openTreasury(world.ports), town.agencyId);
  const holding = await namedHolder(world.ports, head, seats.recorder.id);
  const link = await world.ports.db.as({ kind: "gate" }, (tx) =>
    insertSeatLink(world.ports, tx, holding.id, "first"),
  );
  const path = seatLinkPath(mailLinkToken(world.ports.keys.seatLink, link.id));
  expect(await (await open().get(path)).text()).toContain(holding.userCode);
  const post = (password: string, again = password) => open().post(path, { password, again });
  expect((await post("short")).status).toBe(422);
  expect((await post(fresh, "another one 1234")).status).toBe(422);
  const both = await Promise.all([post(fresh), post(fresh)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  expect(await (await open().get(path)).text()).toContain("ลิงก์นี้ใช้ไม่ได้แล้ว");
  const entered = await open().post("/seat/sign-in", {
    userCode: holding.userCode,
    part: "holder",
    password: fresh,
  });
  expect(cookieGiven(entered, "__Host-seat")).not.toBe("");
  expect((await holdingOf(world.ports, holding.id)).mustChangePassword).toBe(false);
});
