import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discardPostgres, startPostgres } from "./embedded.ts";
import { alive, findPostmaster } from "./postmaster.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), `pratu-tests-${process.pid}-embedded-`));
  // The user that PostgreSQL runs as must reach it.
  await chmod(folder, 0o711);
});
afterEach(async () => {
  await discardPostgres(folder);
  await rm(folder, { recursive: true, force: true });
});

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

test("keeps rows over a clean stop and a new start", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await ask(first.superuserUrl, "create table kept (n int); insert into kept values (1)");
  await first.stop();
  expect(alive(first.pid)).toBe(false);
  const second = await startPostgres({ dataFolder: folder });
  expect(await ask(second.superuserUrl, "select n from kept")).toEqual([{ n: 1 }]);
});

test("keeps what was committed over a kill -9 of the server, with a query under way", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await ask(first.superuserUrl, "create table kept (n int); insert into kept values (2)");
  const busy = postgres(first.superuserUrl, { max: 1, onclose: () => {} });
  const cut = busy`select count(*) from generate_series(1, 8000000)`.catch(() => "cut");
  await busy.end({ timeout: 0.2 });
  process.kill(first.pid, "SIGKILL");
  const second = await startPostgres({ dataFolder: folder });
  expect(await ask(second.superuserUrl, "select n from kept")).toEqual([{ n: 2 }]);
  await cut;
});

test("takes up a server that an earlier process left running", async () => {
  const first = await startPostgres({ dataFolder: folder });
  const second = await startPostgres({ dataFolder: folder });
  expect([second.pid, second.port, second.takenUp]).toEqual([first.pid, first.port, true]);
});

test("starts over a pid that a kill left behind and another program has now", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await first.stop();
  const cluster = join(folder, "cluster");
  await writeFile(join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n0\n5432\n`);
  const second = await startPostgres({ dataFolder: folder });
  expect([second.pid === process.pid, second.takenUp]).toEqual([false, false]);
});

test("makes the cluster anew when the first start was broken off half-way", async () => {
  await mkdir(join(folder, "cluster.making"));
  await writeFile(join(folder, "cluster.making", "PG_VERSION"), "17\n");
  const { superuserUrl } = await startPostgres({ dataFolder: folder });
  expect(await ask(superuserUrl, "select 1 as n")).toEqual([{ n: 1 }]);
});

test.runIf(process.getuid?.() === 0)(
  "stands elsewhere when root's data folder is closed to others",
  async () => {
    await chmod(folder, 0o700);
    const { superuserUrl } = await startPostgres({ dataFolder: folder });
    expect(await ask(superuserUrl, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(await findPostmaster(join(folder, "cluster"))).toBe(null);
    const moved = (await readFile(join(folder, "moved-to.txt"), "utf8")).trim();
    await discardPostgres(folder);
    await expect(readFile(join(moved, "superuser.txt"))).rejects.toThrow("ENOENT");
  },
);

test("keeps statements, parameters and rows out of its log", async () => {
  const { superuserUrl } = await startPostgres({ dataFolder: folder });
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  await sql`create table kept (secret text check (length(secret) < 3), n int)`;
  await expect(sql`insert into kept values (${"canary"}, 1)`).rejects.toThrow("check constraint");
  await expect(sql`insert into kept values ('canary', 1 / ${0}::int)`).rejects.toThrow("division by zero");
  await sql.end();
  const log = await readFile(join(folder, "postgres.log"), "utf8");
  expect(log).toContain("division by zero");
  expect(log).not.toContain("canary");
});

test("a broken folder is one sentence that says how to start over", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await first.stop();
  await writeFile(join(folder, "cluster", "global", "pg_control"), "broken");
  await expect(startPostgres({ dataFolder: folder })).rejects.toThrow(/does not start .* --fresh/);
});
