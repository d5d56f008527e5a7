import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { layEntries, sealer, whenAllEnded } from "../../../tests/support/sealed-log.ts";
import { openDatabase } from "../../../db/client.ts";
import { sealEntries } from "./seal-entries.ts";
import { verifyLog } from "./verify-log.ts";

let world: TestWorld;
let all: postgres.Sql;
const log = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  world = await testWorld({ log });
  all = asSuperuser(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(() => all`truncate audit_entry, audit_leaf, audit_checkpoint, audit_sealer`);

const sealNow = () => sealEntries(world.ports, sealer);
/** Seals all that is committed. */
const seal = async () => {
  await whenAllEnded(world);
  return sealNow();
};
const check = () => verifyLog(world.ports, sealer, { kept: [] });
const sealedIds = async () =>
  (await all<{ id: string }[]>`select entry_id as id from audit_leaf order by number`).map(({ id }) => id);

test("numbers what is new in the order it was written, and signs one checkpoint over it", async () => {
  const first = await layEntries(world, all, 5);
  expect(await seal()).toBe(5);
  expect(await seal()).toBe(0);
  const second = await layEntries(world, all, 3);
  expect(await seal()).toBe(3);
  expect(await sealedIds()).toEqual([...first, ...second]);
  const { report, unsealed } = await check();
  expect(report).toMatchObject({ leaves: 8, checkpoints: 2, faults: [], lateCount: 0 });
  expect(unsealed).toEqual({ count: 0, oldestAt: null });
});

test("passes over nothing that is committed late, under an older id and an older time", async () => {
  const slow = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
  const before = new Date(world.clock.now().getTime() - 50 * 60_000).toISOString();
  const late = "01900000-0000-7000-8000-000000000000";
  try {
    await slow.unsafe("begin");
    await slow`insert into audit_entry (id, at, action, actor_kind, refs) values (${late}, ${before}, 'a.b', 'gate', '{}')`;
    const quick = await layEntries(world, all, 2);
    await sealNow();
    expect(await sealedIds()).not.toContain(late);
    await slow.unsafe("commit");
    await seal();
    expect((await sealedIds()).toSorted()).toEqual([late, ...quick].toSorted());
  } finally {
    await slow.end();
  }
  expect((await check()).report.faults).toEqual([]);
});

test("two instances that seal at once make one log", async () => {
  await layEntries(world, all, 300);
  const other = openDatabase({ url: world.database.appUrl, max: 3, closes: true });
  try {
    const ports = { ...world.ports, db: other };
    await whenAllEnded(world);
    const others = () => sealEntries(ports, sealer);
    const done = await Promise.all([sealNow(), others(), sealNow(), others()]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(300);
  } finally {
    await other.close();
  }
  expect((await check()).report).toMatchObject({ leaves: 300, faults: [] });
});

test("while another holds the sealing, does nothing", async () => {
  await layEntries(world, all, 1);
  await seal();
  await layEntries(world, all, 1);
  await all.begin(async (held) => {
    await held`select from audit_sealer for update`;
    expect(await sealNow()).toBe(0);
  });
  expect(await seal()).toBe(1);
});

test("an entry that says it was written before the mark is found within the hour", async () => {
  await layEntries(world, all, 2);
  await seal();
  const [id] = await layEntries(world, all, 1);
  await all`update audit_entry set tx = '3' where id = ${id ?? ""}`;
  expect(await seal()).toBe(0);
  expect((await check()).unsealed.count).toBe(1);
  world.clock.pass(3600);
  expect(await seal()).toBe(1);
  expect((await check()).unsealed.count).toBe(0);
});

test("goes on after a restore into a cluster whose transactions count from lower numbers", async () => {
  await layEntries(world, all, 2);
  await seal();
  await layEntries(world, all, 1);
  await all`update audit_sealer set mark_tx = '9000000000'`;
  expect(await seal()).toBe(1);
  await layEntries(world, all, 1);
  expect(await seal()).toBe(1);
  expect((await check()).report.faults).toEqual([]);
});

test.each([
  ["leaves cut off", "delete from audit_leaf where number > 2"],
  [
    "a frontier changed",
    "update audit_checkpoint set frontier = set_byte(frontier, 3, 255 - get_byte(frontier, 3))",
  ],
  [
    "a signature changed",
    "update audit_checkpoint set signature = set_byte(signature, 3, 255 - get_byte(signature, 3))",
  ],
  ["the newest checkpoint gone", "delete from audit_checkpoint"],
])("builds nothing on a log with %s", async (_, tampering) => {
  await layEntries(world, all, 5);
  await seal();
  await layEntries(world, all, 1);
  await all.unsafe(tampering);
  await expect(seal()).rejects.toThrow(/disagree|not one that our keys signed/);
  const [{ count } = { count: 0 }] = await all<{ count: number }[]>`select count(*)::int from audit_leaf`;
  expect(count).toBeLessThan(6);
});
