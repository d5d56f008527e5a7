import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anyFreePort, StartProblem } from "./free-port.ts";
import { claimDataFolder } from "./running.ts";

let folder: string;
const ends: (() => void)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-running-"));
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await rm(folder, { recursive: true });
});

/** Another process that listens, as a first start does. */
async function first(): Promise<{ pid: number; host: string; port: number; end(): Promise<void> }> {
  const program =
    "require('net').createServer().listen(0,'127.0.0.1',function(){console.log(this.address().port)})";
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  ends.push(() => child.kill());
  return {
    pid: child.pid ?? 0,
    host: "127.0.0.1",
    port,
    end: () => {
      child.kill();
      return ended;
    },
  };
}

const own = async () => ({ pid: process.pid, host: "127.0.0.1", port: await anyFreePort() });

test("a second start on a folder that is served from is refused, and names the first", async () => {
  const other = await first();
  await claimDataFolder(folder, other);
  const second = claimDataFolder(folder, await own());
  await expect(second).rejects.toBeInstanceOf(StartProblem);
  await expect(claimDataFolder(folder, await own())).rejects.toThrow(
    `process ${other.pid}, port ${other.port}`,
  );
});

test("a note left by a crash is overwritten", async () => {
  const other = await first();
  await claimDataFolder(folder, other);
  await other.end();
  const mine = await own();
  await claimDataFolder(folder, mine);
  expect(JSON.parse(await readFile(join(folder, "running.json"), "utf8"))).toEqual(mine);
});

test("stopping takes the note away", async () => {
  const release = await claimDataFolder(join(folder, "new"), await own());
  await release();
  await expect(stat(join(folder, "new", "running.json"))).rejects.toMatchObject({ code: "ENOENT" });
});
