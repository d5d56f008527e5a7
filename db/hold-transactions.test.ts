import { sql as query } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../tests/support/database.ts";
import type { Database, Tx } from "../server/ports.ts";
import { openDatabase } from "./client.ts";

const actor = { kind: "system", job: "test" } as const;

let database: TestDatabase;
let superuser: postgres.Sql;
/** Of one connection, so that the next to come uses the one that broke. */
let db: Database;

beforeAll(async () => {
  database = await createDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  await superuser`create table mark (text text)`;
  await superuser`grant all on mark to pratu_system`;
  db = openDatabase({ url: database.appUrl, max: 1, closes: true });
});
afterAll(async () => {
  await db.close();
  await superuser.end();
  await database.drop();
});

async function backendOf(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(query`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
}

/** Ends the server's side of a connection and waits until it is gone. */
async function cut(pid: number): Promise<void> {
  await superuser`select pg_terminate_backend(${pid}, 5000)`;
  // The loss has to arrive at this side too.
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const write = (tx: Tx, text: string) => tx.execute(query`insert into mark values (${text})`);

/** Until one is served: the first to ask after a cut may still be told of it. */
async function served<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.as(actor, work).catch(() => db.as(actor, work));
}

async function marks(): Promise<string[]> {
  return (await superuser<{ text: string }[]>`select text from mark order by text`).map(({ text }) => text);
}

test("a connection cut under a query refuses that transaction and serves the next", async () => {
  const broken = db.as(actor, async (tx) => {
    await write(tx, "under a query");
    const pid = await backendOf(tx);
    setTimeout(() => void cut(pid), 50);
    await tx.execute(query`select pg_sleep(5)`);
  });
  await expect(broken).rejects.toThrow();
  expect(await served(async () => "served")).toBe("served");
  expect(await marks()).not.toContain("under a query");
});

test.each([
  ["goes on asking", (tx: Tx) => write(tx, "after the cut")],
  ["says it is done", () => Promise.resolve()],
  ["gives up for a reason of its own", () => Promise.reject(new Error("its own"))],
])("a transaction that %s after its connection was cut is refused and leaves nothing", async (_, then) => {
  const broken = db.as(actor, async (tx) => {
    await write(tx, "before the cut");
    await cut(await backendOf(tx));
    await then(tx);
  });
  await expect(broken).rejects.toThrow();
  expect(await served(async () => "served")).toBe("served");
  expect(await marks()).toEqual([]);
});

test("what a broken transaction still has to say never lands in the next one", async () => {
  const ends = Promise.withResolvers<null>();
  let late: Promise<unknown> = Promise.resolve();
  const broken = db.as(actor, async (tx) => {
    const pid = await backendOf(tx);
    late = ends.promise.then(() => write(tx, "late"));
    await cut(pid);
    await late;
  });
  await expect(broken).rejects.toThrow();
  await served(async () => "served");
  const next = db.as(actor, async (tx) => {
    await write(tx, "next");
    ends.resolve(null);
    await expect(late).rejects.toThrow();
    throw new Error("taken back");
  });
  await expect(next).rejects.toThrow("taken back");
  expect(await marks()).toEqual([]);
});

test("a transaction that is refused is taken back, and the connection goes on", async () => {
  const pids: number[] = [];
  const refused = db.as(actor, async (tx) => {
    pids.push(await backendOf(tx));
    await write(tx, "refused");
    await tx.execute(query`select 1 / 0`);
  });
  await expect(refused).rejects.toThrow();
  pids.push(await db.as(actor, backendOf));
  expect(pids[1]).toBe(pids[0]);
  expect(await marks()).toEqual([]);
});
