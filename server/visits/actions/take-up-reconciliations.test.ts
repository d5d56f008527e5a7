import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFacility } from "../../../tests/support/facilities.ts";
import { granted } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { until } from "../../../tests/support/until.ts";
import type { Staff, SystemActor } from "../../kernel/actor.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import { rowsABatch } from "../desk/judge-list.ts";
import { judgeReconciliation } from "./judge-reconciliation.ts";
import { seeReconciliation } from "./see-reconciliation.ts";
import { startReconciliation } from "./start-reconciliation.ts";
import { takeUpReconciliations } from "./take-up-reconciliations.ts";

let world: TestWorld;
let all: postgres.Sql;
let staff: Staff;
const job: SystemActor = { kind: "system", job: "test" };
const failed: unknown[] = [];

beforeAll(async () => {
  const log = {
    info: () => {},
    warn: () => {},
    error: (event: string, _error: unknown, fields?: object) => void failed.push([event, fields]),
  };
  world = await testWorld({ log });
  all = postgres(world.database.superuserUrl, { max: 2 });
  const agencyId = await openFacility(world.ports);
  staff = { kind: "staff", staffId: world.ports.random.uuid(), agencyId, level: "report_reader" };
});
afterAll(async () => {
  await all.end();
  await world.close();
});

let lists = 0;
/** A list of that many rows, uploaded and not judged. */
async function uploaded(rows: number): Promise<string> {
  lists += 1;
  const lines = Array.from({ length: rows }, (_, made) => {
    const citizenId = completeCitizenId(`5${String(10_000_000_000 + lists * 10_000 + made)}`);
    return `${citizenId},21/11/2569,PG0060001,`;
  });
  const started = await granted(
    startReconciliation(world.ports, staff, {
      fileName: "วันนี้.csv",
      bytes: Buffer.from(["เลขบัตร,วันที่เข้ารับบริการ,รหัสบริการ,HN", ...lines].join("\n")),
      purpose: "ตรวจก่อนส่งเบิก",
      requestKey: `take-up-${lists}`,
    }),
  );
  return started.reconciliationId;
}

const standing = async (id: string) => {
  const { list } = await granted(seeReconciliation(world.ports, staff, { id, kind: null, turn: null }));
  return [list.state, list.done];
};

/** Judges a list and ends the server's connection in the middle, after the first batch. */
async function breakOff(id: string): Promise<void> {
  const broken = await all.begin(async (sql) => {
    const line = rowsABatch + 50;
    await sql`select from reconciliation_row where reconciliation_id = ${id} and line = ${line} for update`;
    const judging = judgeReconciliation(world.ports, staff, id).then(
      () => "ended",
      () => "broken",
    );
    const pid = await until("the second batch to wait", async () => {
      const [waiting] = await all`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return (waiting?.["pid"] as number | undefined) ?? null;
    });
    await all`select pg_terminate_backend(${pid})`;
    return judging;
  });
  expect(broken).toBe("broken");
}

test("judging that was killed in the middle goes on where it was, and counts each row once", async () => {
  const id = await uploaded(1_200);
  await breakOff(id);
  expect(await standing(id)).toEqual(["running", rowsABatch]);
  await takeUpReconciliations(world.ports, job);
  expect(await standing(id)).toEqual(["done", 1_200]);
});

test("a list that cannot be judged is logged and holds no other up", async () => {
  const [broken, sound] = [await uploaded(3), await uploaded(3)];
  await all`update reconciliation_row set sealed = '\\x00' where reconciliation_id = ${broken}`;
  await takeUpReconciliations(world.ports, job);
  expect(await standing(sound)).toEqual(["done", 3]);
  expect(failed).toEqual([["reconciliation.not_taken_up", { id: broken }]]);
});
