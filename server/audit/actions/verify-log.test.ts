import { createHash } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { testConfig } from "../../../tests/support/settings.ts";
import { layEntries, laySealedLog, sealer, tamperBench } from "../../../tests/support/sealed-log.ts";
import { makeKeys } from "../../adapters/keys.ts";
import { joinBytes } from "../../kernel/join-bytes.ts";
import type { Database } from "../../ports.ts";
import { checkpointText, readCheckpoints, signCheckpoint, type SignedCheckpoint } from "../checkpoint.ts";
import { growTree } from "../merkle.ts";
import type { LogFault } from "../sealed-log.ts";
import { sealEntries } from "./seal-entries.ts";
import { verifyLog } from "./verify-log.ts";

const checkpoints = 6;
const each = 20;
const size = checkpoints * each;

let world: TestWorld;
let bench: { readonly sql: postgres.Sql; readonly db: Database };
let sql: postgres.Sql;
/** The newest checkpoint, as somebody outside kept it. */
let kept: readonly SignedCheckpoint[];
const log = { info: () => {}, warn: () => {}, error: () => {} };

beforeAll(async () => {
  world = await testWorld({ log });
  const all = asSuperuser(world);
  await laySealedLog(world, all, { checkpoints, each });
  await all.end();
  bench = tamperBench(world);
  ({ sql } = bench);
  const { report } = await verifyLog({ ...world.ports, db: bench.db }, sealer, { kept: [] });
  kept = report.newest ? (readCheckpoints(checkpointText(report.newest)) ?? []) : [];
});
afterAll(async () => {
  await sql.end();
  await world.close();
});

const look = (outside: readonly SignedCheckpoint[] = kept) =>
  verifyLog({ ...world.ports, db: bench.db }, sealer, { kept: outside });

/** What is found after `tampering`, which is undone again. */
async function after<T>(tampering: () => Promise<unknown>, see: () => Promise<T>): Promise<T> {
  await sql.unsafe("begin");
  try {
    await tampering();
    return await see();
  } finally {
    await sql.unsafe("rollback");
  }
}

const faultsAfter = async (tampering: () => Promise<unknown>, outside?: readonly SignedCheckpoint[]) =>
  (await after(tampering, () => look(outside))).report.faults;

test("a log that nobody touched has no fault", async () => {
  const { report, unsealed } = await look();
  expect(report).toMatchObject({ leaves: size, checkpoints, faultCount: 0, faults: [], lateCount: 0 });
  expect(unsealed.count).toBe(0);
});

const entryOf = (number: number) => sql`(select entry_id from audit_leaf where number = ${number})`;
const drop = (number: number) => sql`delete from audit_leaf where number = ${number}`;

test("says which entry was changed, which is gone, and where leaves were taken out", async () => {
  const changed = await faultsAfter(
    () => sql`update audit_entry set action = 'x.y' where id = ${entryOf(33)}`,
  );
  expect(changed).toMatchObject([{ kind: "entry_changed", number: 33 }]);
  const gone = await faultsAfter(() => sql`delete from audit_entry where id = ${entryOf(7)}`);
  expect(gone).toMatchObject([{ kind: "entry_missing", number: 7 }]);
  const taken = await faultsAfter(() => drop(50));
  expect(taken).toEqual([
    { kind: "leaves_missing", from: 50, until: 50 },
    { kind: "span_changed", checkpoint: 3, from: 40, until: 59 },
  ]);
});

test("sees an entry changed together with its leaf, and names the span of no more than its checkpoint", async () => {
  const swapped = await faultsAfter(async () => {
    const [one, other] = await sql<{ entry_id: string; hash: Uint8Array }[]>`
      select entry_id, hash from audit_leaf where number in (22, 23) order by number`;
    await sql`delete from audit_leaf where number in (22, 23)`;
    await sql`insert into audit_leaf values (22, ${other?.entry_id ?? ""}, ${Buffer.from(other?.hash ?? [])}),
      (23, ${one?.entry_id ?? ""}, ${Buffer.from(one?.hash ?? [])})`;
  });
  expect(swapped).toEqual([{ kind: "span_changed", checkpoint: 2, from: 20, until: 39 }]);
});

test("a log whose end was cut off, checkpoints and all, is found by a checkpoint kept elsewhere, and not without", async () => {
  const cut = async () => {
    await sql`delete from audit_entry where id in (select entry_id from audit_leaf where number >= 100)`;
    await sql`delete from audit_leaf where number >= 100`;
    await sql`delete from audit_checkpoint where number = 6`;
  };
  expect(await faultsAfter(cut)).toEqual([{ kind: "kept_beyond", checkpoint: 6, size, has: 100 }]);
  expect(await faultsAfter(cut, [])).toEqual([]);
});

test("a log that was sealed anew after its end was changed is found by a checkpoint kept elsewhere", async () => {
  const anew = async () => {
    await sql`delete from audit_leaf where number >= 100`;
    await sql`delete from audit_checkpoint where number = 6`;
    await sql`update audit_entry set action = 'x.y' where not exists (select from audit_leaf l where l.entry_id = id)`;
    await sql`update audit_sealer set mark_tx = '0'`;
    await sealEntries({ ...world.ports, db: bench.db }, sealer);
  };
  expect(await faultsAfter(anew)).toEqual([{ kind: "kept_unlike", checkpoint: 6, size }]);
});

test("a checkpoint of a key that is not ours is forged, in the log and outside", async () => {
  const stranger = makeKeys(testConfig().keys).auditSigner;
  const [newest] = kept;
  if (!newest) throw new Error("nothing was kept");
  const forged = await signCheckpoint(stranger, newest);
  const put =
    () => sql`update audit_checkpoint set key_id = ${forged.keyId}, signature = ${Buffer.from(forged.signature)}
    where number = 6`;
  expect(await faultsAfter(put)).toEqual([
    { kind: "checkpoint_forged", checkpoint: 6 },
    { kind: "leaves_unsigned", from: 100, until: 119 },
  ]);
  expect((await look([forged])).report.faults).toEqual([{ kind: "kept_forged", checkpoint: 6, size }]);
});

test("what waits for the sealer is told, and is no fault; what is dated back is told too", async () => {
  const oldest = new Date(world.clock.now().getTime() + 60_000);
  const { report, unsealed } = await after(
    () => layEntries(world, sql, 2),
    () => look(),
  );
  expect([report.faultCount, unsealed]).toEqual([0, { count: 2, oldestAt: oldest }]);
  const late = await after(
    async () => {
      const [id] = await layEntries(world, sql, 1);
      await sql`update audit_entry set at = at - interval '2 days', tx = '4' where id = ${id ?? ""}`;
      world.clock.pass(3600);
      await sealEntries({ ...world.ports, db: bench.db }, sealer);
    },
    () => look(),
  );
  expect(late.report).toMatchObject({ faultCount: 0, lateCount: 1, late: [{ number: size }] });
});

/** Numbers that come again in every run. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const flip = (column: string) => `${column} = set_byte(${column}, 2, 255 - get_byte(${column}, 2))`;
const entryEdits = [
  "id = gen_random_uuid()",
  "at = at + interval '1 millisecond'",
  "at = '-infinity'",
  "action = action || ' '",
  "actor_kind = 'staff'",
  "actor_id = coalesce(actor_id || 'x', '')",
  "agency_id = gen_random_uuid()",
  "person_id = gen_random_uuid()",
  "subject_id = coalesce(subject_id || 'x', '')",
  `refs = refs || '{"more": 1.0}'`,
  "tx = (tx::text::bigint + 1)::text::xid8",
  "(actor_id, subject_id) = (coalesce(subject_id, ''), actor_id)",
];
const leafEdits = [
  "number = -1 - number",
  "number = number + 100000",
  "entry_id = gen_random_uuid()",
  flip("hash"),
];
const checkpointEdits = [
  "number = number + 100",
  "size = size + 1000",
  "at = at + interval '1 second'",
  "key_id = key_id || 'x'",
  flip("root"),
  flip("frontier"),
  flip("signature"),
];

type Tampering = (roll: (below: number) => number) => Promise<unknown>;

const tamperings: Readonly<Record<string, Tampering>> = {
  "an entry edited": (roll) =>
    sql`update audit_entry set ${sql.unsafe(entryEdits[roll(entryEdits.length)] ?? "")} where id = ${entryOf(roll(size))}`,
  "an entry deleted": (roll) => sql`delete from audit_entry where id = ${entryOf(roll(size))}`,
  "an entry and its leaf deleted": async (roll) => {
    const number = roll(size);
    await sql`delete from audit_entry where id = ${entryOf(number)}`;
    await drop(number);
  },
  "a leaf edited": (roll) =>
    sql`update audit_leaf set ${sql.unsafe(leafEdits[roll(leafEdits.length)] ?? "")} where number = ${roll(size)}`,
  "an entry put in between": async (roll) => {
    const number = roll(size);
    const [id] = await layEntries(world, sql, 1);
    await sql`update audit_leaf set number = -1000000 - number where number >= ${number}`;
    await sql`update audit_leaf set number = -1000000 - number + 1 where number < 0`;
    await sql`insert into audit_leaf values (${number}, ${id ?? ""}, sha256('x'))`;
  },
  "two entries swapped": async (roll) => {
    const one = roll(size);
    const other = (one + 1 + roll(size - 1)) % size;
    await sql`update audit_leaf set number = -5 where number = ${one}`;
    await sql`update audit_leaf set number = ${one} where number = ${other}`;
    await sql`update audit_leaf set number = ${other} where number = -5`;
  },
  "the end cut off": (roll) => sql`delete from audit_leaf where number >= ${roll(size)}`,
  "the end cut off with its checkpoints": async (roll) => {
    const from = roll(checkpoints);
    await sql`delete from audit_entry where id in (select entry_id from audit_leaf where number >= ${from * each})`;
    await sql`delete from audit_leaf where number >= ${from * each}`;
    await sql`delete from audit_checkpoint where number > ${from}`;
  },
  "a checkpoint edited": (roll) =>
    sql`update audit_checkpoint set ${sql.unsafe(checkpointEdits[roll(checkpointEdits.length)] ?? "")}
      where number = ${1 + roll(checkpoints)}`,
  "a checkpoint deleted": (roll) => sql`delete from audit_checkpoint where number = ${1 + roll(checkpoints)}`,
  "a checkpoint forged over a changed log": async (roll) => {
    const number = roll(size);
    await sql`update audit_entry set action = 'x.y' where id = ${entryOf(number)}`;
    await forgeFrom(Math.floor(number / each));
  },
};

/** Makes the tree anew over changed leaves, and signs it with a key of the forger's own. */
async function forgeFrom(checkpoint: number): Promise<void> {
  const forger = makeKeys(testConfig().keys).auditSigner;
  const sha256 = (message: Uint8Array) => createHash("sha256").update(message).digest();
  await sql`update audit_leaf set hash = sha256(hash) where number >= ${checkpoint * each}`;
  const rows = await sql<{ hash: Uint8Array }[]>`select hash from audit_leaf order by number`;
  const tree = growTree(sha256);
  for (const { hash } of rows.slice(0, (checkpoint + 1) * each)) tree.add(hash);
  const made = { number: checkpoint + 1, size: tree.size, root: tree.root(), at: world.clock.now() };
  const signed = await signCheckpoint(forger, made);
  await sql`update audit_checkpoint set root = ${Buffer.from(made.root)}, frontier = ${Buffer.from(joinBytes(tree.frontier()))},
    at = ${made.at.toISOString()}, signature = ${Buffer.from(signed.signature)} where number = ${made.number}`;
}

test("finds every one of a thousand tamperings", { timeout: 120_000 }, async () => {
  const roll = dice(20261121);
  const names = Object.keys(tamperings);
  const missed: string[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    const name = names[n % names.length] ?? "";
    const tampering = tamperings[name];
    if (!tampering) throw new Error(name);
    const found: readonly LogFault[] = await faultsAfter(() => tampering(roll));
    if (found.length === 0) missed.push(`${n}: ${name}`);
  }
  expect(missed).toEqual([]);
});
