import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discardPostgres, startPostgres } from "./embedded.ts";
import { alive } from "./postmaster.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-embedded-"));
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

test("keeps what was committed over a kill -9 of the server", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await ask(first.superuserUrl, "create table kept (n int); insert into kept values (2)");
  process.kill(first.pid, "SIGKILL");
  const second = await startPostgres({ dataFolder: folder });
  expect(await ask(second.superuserUrl, "select n from kept")).toEqual([{ n: 2 }]);
});

test("takes up a server that an earlier process left running", async () => {
  const first = await startPostgres({ dataFolder: folder });
  const second = await startPostgres({ dataFolder: folder });
  expect([second.pid, second.port, second.takenUp]).toEqual([first.pid, first.port, true]);
});

test("never lets a bind parameter into its log", async () => {
  const { superuserUrl } = await startPostgres({ dataFolder: folder });
  expect(await ask(superuserUrl, "show log_parameter_max_length")).toEqual([
    { log_parameter_max_length: "0" },
  ]);
});

test("a broken folder is one sentence that says how to start over", async () => {
  const first = await startPostgres({ dataFolder: folder });
  await first.stop();
  await writeFile(join(folder, "cluster", "global", "pg_control"), "broken");
  await expect(startPostgres({ dataFolder: folder })).rejects.toThrow(/does not start .* --fresh/);
});
