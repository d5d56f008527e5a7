import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { newVisitor, refusal, registered, somebody, walkToOtp } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { limits } from "../limit.ts";
import { confirmRegistration } from "./confirm-registration.ts";
import { sendRegistrationOtp } from "./send-registration-otp.ts";
import { proveUnlock } from "./unlock.ts";

let world: TestWorld;
let superuser: postgres.Sql;
let hashes = 0;
beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: {
      ...lightPinHash,
      matches: (pin, pinId, hash) => {
        hashes += 1;
        return lightPinHash.matches(pin, pinId, hash);
      },
    },
  });
  superuser = postgres(world.database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});
beforeEach(() => {
  world.clock.pass(25 * 60 * 60);
});

async function waits(citizen: Citizen, guess: string): Promise<string> {
  const refused = await refusal(proveUnlock(world.ports, citizen, guess));
  return refused.kind;
}

test("of a hundred guesses sent at once no more than ten are hashed, and the PIN never opens", async () => {
  const citizen = await registered(world.ports);
  hashes = 0;
  const guesses = Array.from({ length: 100 }, (_, at) => String(200_000 + at));
  const results = await Promise.all(guesses.map((guess) => proveUnlock(world.ports, citizen, guess)));
  expect(results.every((result) => !result.ok)).toBe(true);
  expect(hashes).toBeLessThanOrEqual(10);
});

test("five wrong start a delay that grows; ten in a row disable the PIN until recovery", async () => {
  const citizen = await registered(world.ports);
  for (let wrong = 1; wrong <= 4; wrong += 1) expect(await waits(citizen, "200001")).toBe("pin_wrong");
  const fifth = await refusal(proveUnlock(world.ports, citizen, "200001"));
  expect(fifth).toMatchObject({ kind: "pin_wrong", left: 5, until: expect.any(Date) });
  expect(await waits(citizen, "493817")).toBe("pin_wait");
  for (let wrong = 6; wrong <= 9; wrong += 1) {
    world.clock.pass(3_600);
    expect(await waits(citizen, "200001")).toBe("pin_wrong");
  }
  world.clock.pass(3_600);
  expect(await waits(citizen, "200001")).toBe("pin_disabled");
  world.clock.pass(24 * 3_600);
  expect(await waits(citizen, "493817")).toBe("pin_disabled");
  const told =
    await superuser`select medium from notice where kind = 'pin_disabled' and person_id = ${citizen.personId}`;
  expect([...told]).toEqual([{ medium: "line" }]);
});

test("keeps the count of a wrong attempt, and a right one starts it over", async () => {
  const citizen = await registered(world.ports);
  await waits(citizen, "200001");
  await waits(citizen, "200001");
  const [two] = await superuser`select pin_wrong from account where person_id = ${citizen.personId}`;
  expect(two).toEqual({ pin_wrong: 2 });
  expect((await proveUnlock(world.ports, citizen, "493817")).ok).toBe(true);
  const [none] = await superuser`select pin_wrong from account where person_id = ${citizen.personId}`;
  expect(none).toEqual({ pin_wrong: 0 });
  const written = await superuser`select action from audit_entry
    where person_id = ${citizen.personId} and action like 'pin.%' order by action`;
  expect(written.map(({ action }) => action as string)).toEqual(["pin.proven", "pin.wrong", "pin.wrong"]);
});

const wrongOf = (otp: string) => (otp === "000000" ? "000001" : "000000");

test("an OTP works once", async () => {
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, somebody());
  const both = await Promise.all([1, 2].map(() => confirmRegistration(world.ports, visitor, otp)));
  expect(both.filter((result) => result.ok)).toHaveLength(1);
});

test("an OTP is refused after five minutes", async () => {
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, somebody());
  world.clock.pass(300);
  expect(await refusal(confirmRegistration(world.ports, visitor, otp))).toEqual({ kind: "otp_expired" });
});

test("a new OTP replaces the old one and does not reset the count: four wrong, resend, one wrong closes", async () => {
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, somebody());
  for (let left = 4; left >= 1; left -= 1) {
    expect(await refusal(confirmRegistration(world.ports, visitor, wrongOf(otp)))).toEqual({
      kind: "otp_wrong",
      left,
    });
  }
  world.clock.pass(61);
  expect((await sendRegistrationOtp(world.ports, visitor, "")).ok).toBe(true);
  expect(await refusal(confirmRegistration(world.ports, visitor, wrongOf(otp)))).toMatchObject({
    kind: "otp_closed",
  });
  expect(await refusal(confirmRegistration(world.ports, visitor, otp))).toMatchObject({ kind: "otp_closed" });
});

test("guesses sent at once: five are judged, the rest find the purpose closed", async () => {
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, somebody());
  const guesses = Array.from({ length: 40 }, () => confirmRegistration(world.ports, visitor, wrongOf(otp)));
  const kinds = (await Promise.all(guesses)).map((result) => (result.ok ? "ok" : result.refusal.kind));
  expect(kinds.filter((kind) => kind === "otp_wrong")).toHaveLength(4);
  expect(kinds.filter((kind) => kind === "otp_closed")).toHaveLength(36);
});

test("a thousand requests for an OTP at once send one SMS", async () => {
  const visitor = await newVisitor(world.ports);
  await walkToOtp(world.ports, visitor, somebody());
  world.clock.pass(61);
  const requests = Array.from({ length: 1_000 }, () => sendRegistrationOtp(world.ports, visitor, ""));
  const results = await Promise.all(requests);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  const [sent] =
    await superuser`select count(*)::int as sms from notice where kind = 'otp_sms' and line_user_id = ${visitor.lineUserId}`;
  expect(sent).toEqual({ sms: 2 });
});

test("one phone is sent five SMS an hour, whoever asks", async () => {
  const { phone } = somebody();
  const kinds: string[] = [];
  for (let asked = 0; asked <= limits.smsPerPhone.most; asked += 1) {
    const visitor = await newVisitor(world.ports);
    const result = await walkToOtp(world.ports, visitor, { ...somebody(), phone }).then(
      () => "sent",
      (error: unknown) => String(error),
    );
    kinds.push(result);
  }
  expect(kinds.slice(0, -1).every((kind) => kind === "sent")).toBe(true);
  expect(kinds.at(-1)).toContain("otp_limit");
});

test("when everybody together answered wrong too often, no answer is judged for the rest of the hour", async () => {
  const now = world.ports.clock.now().getTime();
  const bucket = new Date(Math.floor(now / 3_600_000) * 3_600_000);
  await superuser`insert into limit_count (name, key, bucket, count) values ('otp_failures', '', ${bucket}, 500)
    on conflict (name, key, bucket) do update set count = 500`;
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, somebody());
  expect(await refusal(confirmRegistration(world.ports, visitor, otp))).toEqual({ kind: "otp_busy" });
});
