import { afterAll, beforeAll, expect, test } from "vitest";
import { heldCode } from "../../../tests/support/held-code.ts";
import { granted } from "../../../tests/support/people.ts";
import { kindOf, twoFacilities, type TwoFacilities } from "../../../tests/support/two-facilities.ts";
import type { Staff } from "../../kernel/actor.ts";
import { cancelCode } from "./cancel-code.ts";
import { checkCode } from "./check-code.ts";
import { markCode } from "./mark-code.ts";

let two: TwoFacilities;
let world: TwoFacilities["world"];
let sql: TwoFacilities["sql"];
let clerk: Staff;
let elsewhere: Staff;

beforeAll(async () => {
  two = await twoFacilities("clerk");
  ({ world, sql, own: clerk, stranger: elsewhere } = two);
});
afterAll(() => two.close());

const held = () => heldCode(world.ports, clerk.agencyId);
const check = (text: string, who = clerk) => checkCode(world.ports, who, { text });
const mark = (text: string, who = clerk) => markCode(world.ports, who, { text });
const uses = async (codeId: string) =>
  (await sql`select from audit_entry where subject_id = ${codeId} and action = 'service_code.used'`).length;

test("a code is found by its token and by its number, however it is typed, and tells of nobody", async () => {
  const { code, token, citizen } = await held();
  const digits = code.slice(2);
  for (const text of [
    token,
    code,
    digits,
    ` ${code.toLowerCase()} `,
    `pp ${digits.slice(0, 4)}-${digits.slice(4)}`,
  ]) {
    const found = await granted(check(text));
    expect(found).toMatchObject({ code, status: "issued", usedAt: null });
    expect(JSON.stringify(found)).not.toContain(citizen.personId);
  }
});

test("a token is refused elsewhere by name, a number there is not found", async () => {
  const { code, token } = await held();
  expect(kindOf(await check(token, elsewhere))).toBe("code_elsewhere");
  expect(kindOf(await check(code, elsewhere))).toBe("code_not_found");
  expect(kindOf(await mark(token, elsewhere))).toBe("code_elsewhere");
  expect(kindOf(await mark(code, elsewhere))).toBe("code_not_found");
});

test("what was changed, cut off or is no code is refused, and marks nothing", async () => {
  const { token, codeId } = await held();
  const changed = `${token.slice(0, 80)}${token[80] === "A" ? "B" : "A"}${token.slice(81)}`;
  for (const text of [changed, token.slice(0, -1), `${token.slice(0, token.lastIndexOf("."))}.`]) {
    expect(kindOf(await mark(text))).toBe("code_token_forged");
  }
  for (const text of ["", "PP12", "สวัสดี", token.slice(0, 40)]) {
    expect(kindOf(await check(text))).toBe("code_unreadable");
  }
  expect(await uses(codeId)).toBe(0);
});

test("a mark sent twice, and twenty at once, use the code once; a colleague is told of it", async () => {
  const { token, codeId, code } = await held();
  const marks = await Promise.all(Array.from({ length: 20 }, () => granted(mark(token))));
  expect(marks.every(({ byOther, checked }) => !byOther && checked.status === "used")).toBe(true);
  expect(await uses(codeId)).toBe(1);
  const colleague: Staff = { ...clerk, staffId: world.ports.random.uuid() };
  expect(await granted(mark(code, colleague))).toMatchObject({ byOther: true });
  expect(await uses(codeId)).toBe(1);
  expect(await granted(check(token))).toMatchObject({ status: "used", usedAt: world.clock.now() });
});

test("a code that its person cancelled is not used, though its token is good", async () => {
  const { token, citizen, codeId } = await held();
  await granted(cancelCode(world.ports, citizen, { codeId, delegationId: null }));
  expect(await granted(check(token))).toMatchObject({ status: "cancelled" });
  expect(await mark(token)).toEqual({
    ok: false,
    refusal: { kind: "code_move_refused", status: "cancelled" },
  });
});

test("after its day a token is refused as expired, and the mark with it", async () => {
  const { token, code, codeId } = await held();
  const now = world.clock.now();
  world.clock.set(new Date("2026-11-22T00:00:01+07:00"));
  expect(kindOf(await check(token))).toBe("code_token_expired");
  expect(kindOf(await mark(token))).toBe("code_token_expired");
  expect(await granted(check(code))).toMatchObject({ status: "expired" });
  expect(await mark(code)).toMatchObject({ refusal: { kind: "code_move_refused", status: "expired" } });
  world.clock.set(new Date("2026-11-20T12:00:00+07:00"));
  expect(kindOf(await check(token))).toBe("code_token_ahead");
  world.clock.set(now);
  expect(await uses(codeId)).toBe(0);
});

test("what a scanner typed under a Thai keyboard is read all the same", async () => {
  const { code } = await held();
  const thai: Record<string, string> = { P: "ญ" };
  [..."จๅ/-ภถุึคต"].forEach((letter, digit) => (thai[String(digit)] = letter));
  const typed = [...code].map((letter) => thai[letter]).join("");
  expect(await granted(check(typed))).toMatchObject({ code });
});
