import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFacility } from "../../../tests/support/facilities.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Staff } from "../../kernel/actor.ts";
import { apiScopes, callsAMinute, makeKeyText } from "../api-key.ts";
import { makeKey, revokeKey, rotateKey } from "./make-key.ts";
import { openKey } from "./open-key.ts";

let world: TestWorld;
let admin: Staff;
let stranger: Staff;
beforeAll(async () => {
  world = await testWorld();
  const { ports } = world;
  const staffAt = (agencyId: string): Staff => ({
    kind: "staff",
    staffId: ports.random.uuid(),
    agencyId,
    level: "facility_admin",
  });
  admin = staffAt(await openFacility(ports));
  stranger = staffAt(await openFacility(ports, { hcode: "99902" }));
});
afterAll(() => world.close());

const form = (requestKey: string) => ({ name: "HIS", scopes: [...apiScopes], days: "30", requestKey });

test("a key opens in its facility's name, under its own id", async () => {
  const made = await granted(makeKey(world.ports, admin, form("opens")));
  const { actor, key } = await granted(openKey(world.ports, made.text, "codes:write"));
  expect(actor).toEqual({ ...admin, staffId: made.keyId, byKey: true });
  expect(key.prefix).toBe(made.text.slice(0, 12));
});

test("a key is nowhere in the database but by its hash", async () => {
  const made = await granted(makeKey(world.ports, admin, form("hash")));
  const all = postgres(world.database.superuserUrl, { max: 1 });
  const rows = await all<{ row: string }[]>`select api_key::text as row from api_key`;
  await all.end();
  expect(rows.some(({ row }) => row.includes(made.text))).toBe(false);
});

test("a key is shown once: the same request does not show or make another", async () => {
  await granted(makeKey(world.ports, admin, form("once")));
  expect((await refusal(makeKey(world.ports, admin, form("once")))).kind).toBe("key_shown_before");
});

test("a key asked for five times at once is made once", async () => {
  const asked = Array.from({ length: 5 }, () => makeKey(world.ports, admin, form("at once")));
  expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1);
});

test("a scope that a key lacks is refused by its name", async () => {
  const made = await granted(makeKey(world.ports, admin, { ...form("scope"), scopes: ["codes:read"] }));
  const refused = await refusal(openKey(world.ports, made.text, "codes:write"));
  expect(refused).toEqual({ kind: "key_scope", scope: "codes:write" });
});

test("an expired, an ended and an unknown key are told alike", async () => {
  const { ports, clock } = world;
  const ended = await granted(makeKey(ports, admin, form("ended")));
  await granted(revokeKey(ports, admin, { keyId: ended.keyId }));
  const old = await granted(makeKey(ports, admin, form("old")));
  clock.pass(31 * 24 * 3600);
  const texts = [ended.text, old.text, makeKeyText(ports.random.bytes(32)), "", "pratu_", `${old.text}x`];
  for (const text of texts) {
    expect(await refusal(openKey(ports, text, null))).toEqual({ kind: "key_invalid" });
  }
});

test("a rotated key goes on for its overlap, and the new one at once", async () => {
  const { ports, clock } = world;
  const old = await granted(makeKey(ports, admin, form("rotated")));
  const next = await granted(rotateKey(ports, admin, { keyId: old.keyId, hours: "1", requestKey: "r1" }));
  await granted(openKey(ports, old.text, null));
  await granted(openKey(ports, next.text, null));
  clock.pass(3601);
  expect((await refusal(openKey(ports, old.text, null))).kind).toBe("key_invalid");
  await granted(openKey(ports, next.text, null));
  const again = rotateKey(ports, admin, { keyId: old.keyId, hours: "1", requestKey: "r2" });
  expect((await refusal(again)).kind).toBe("key_over");
});

test("another facility's key is not found and stays as it is", async () => {
  const { ports } = world;
  const made = await granted(makeKey(ports, admin, form("foreign")));
  const { keyId } = made;
  expect((await refusal(revokeKey(ports, stranger, { keyId }))).kind).toBe("key_missing");
  const rotated = rotateKey(ports, stranger, { keyId, hours: "1", requestKey: "foreign" });
  expect((await refusal(rotated)).kind).toBe("key_missing");
  await granted(openKey(ports, made.text, null));
});

test("a key that calls too often waits for the next minute", async () => {
  const { ports, clock } = world;
  const made = await granted(makeKey(ports, admin, form("often")));
  const minute = new Date(Math.ceil(clock.now().getTime() / 60_000) * 60_000);
  clock.set(new Date(minute.getTime() + 10_000));
  const all = postgres(world.database.superuserUrl, { max: 1 });
  await all`insert into limit_count (name, key, bucket, count)
    values ('api_key', ${made.keyId}, ${minute.toISOString()}, ${callsAMinute - 1})`;
  await all.end();
  await granted(openKey(ports, made.text, null));
  expect(await refusal(openKey(ports, made.text, null))).toEqual({ kind: "key_limit", seconds: 50 });
  clock.pass(50);
  await granted(openKey(ports, made.text, null));
});
