import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { testConfig } from "../../tests/support/settings.ts";
import { laySealedLog } from "../../tests/support/sealed-log.ts";
import { parseConfig, type Config } from "../../server/config.ts";
import { testEnvironment } from "../../tests/support/settings.ts";
import { wirePorts } from "../../server/wiring.ts";
import { exportAudit, printAuditKeys, printCheckpoint, verifyAudit, verifyAuditExport } from "./audit.ts";
import { proveAudit, verifyAuditProof } from "./audit-proof.ts";

let world: TestWorld;
let config: Config;
let folder: string;
let key: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pratu-audit-"));
  world = await testWorld();
  const parsed = parseConfig(testEnvironment({ DATABASE_URL: world.database.appUrl }));
  if ("wrong" in parsed) throw new Error(JSON.stringify(parsed.wrong));
  ({ config } = parsed);
  const host = { databaseUrl: world.database.appUrl, connections: 2, closesDatabase: true, hashesAtOnce: 1 };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const ports = { ...wirePorts(config, { ...host, log }), clock: world.clock };
  const sql = asSuperuser(world);
  await laySealedLog({ ...world, ports }, sql, { checkpoints: 3, each: 4 });
  await sql.end();
  await ports.db.close();
  key = await printAuditKeys(config, {});
  await exportAudit(config, { to: file("whole") });
  await writeFile(file("kept"), await printCheckpoint(config, {}));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

/** What the verifier says of the export after its lines were changed. */
async function saidOf(
  change: (lines: string[]) => string[],
  more: { checkpoints?: string } = {},
): Promise<string> {
  const lines = (await readFile(file("whole"), "utf8")).trimEnd().split("\n");
  await writeFile(file("changed"), `${change(lines).join("\n")}\n`);
  return verifyAuditExport({ export: file("changed"), "public-key": key, ...more }).catch(
    (error: unknown) => (error as Error).message,
  );
}

test("the database's log and its export are found whole, with the checkpoint that was kept", async () => {
  const whole = "The audit is what was sealed: 12 sealed entries, 3 checkpoints, 1 kept elsewhere.";
  expect(await verifyAudit(config, { checkpoints: file("kept") })).toContain(whole);
  expect(await saidOf((lines) => lines, { checkpoints: file("kept") })).toContain(whole);
});

test("an export says where it was changed, and whoever has another key is told that nothing of it is ours", async () => {
  expect(
    await saidOf((lines) => lines.map((line) => line.replace("visit.cancelled", "visit.confirmed"))),
  ).toMatch(/THE AUDIT WAS CHANGED(.|\n)*0: entry \S+ is not what was sealed/);
  expect(await saidOf((lines) => lines.toSpliced(5, 1))).toContain("2: gone from the log");
  expect(await saidOf((lines) => [...lines.slice(0, 3), ...lines.slice(3).reverse()])).toContain(
    "WAS CHANGED",
  );
  const other = await printAuditKeys(testConfig(), {});
  await expect(verifyAuditExport({ export: file("whole"), "public-key": other })).rejects.toThrow(
    /no key of ours signed it/,
  );
});

test("an export that ends earlier is found by the checkpoint that was kept, and says so when none was given", async () => {
  const shorter = (lines: string[]) =>
    lines.filter((line, at) => at !== 2 && !/^{"number":(8|9|10|11),/.test(line));
  expect(await saidOf(shorter, { checkpoints: file("kept") })).toContain("covers 12; the log has 8");
  expect(await saidOf(shorter)).toContain("No checkpoint kept elsewhere was given");
});

test("one entry is proven without the others, the log's growth without any, and nothing that was changed", async () => {
  const exported = (await readFile(file("whole"), "utf8")).split("\n")[6] ?? "";
  const { id, number } = JSON.parse(exported) as { id: string; number: number };
  const said = async (proof: string) => {
    await writeFile(file("proof"), proof);
    return verifyAuditProof({ file: file("proof"), "public-key": key }).catch((error: unknown) =>
      String(error),
    );
  };
  const entry = await proveAudit(config, { entry: id });
  expect(await said(entry)).toContain(`Proven: entry ${id} is number ${number} of checkpoint 3`);
  expect(await said(entry.replace(/"(visit|service_code)\.\w+"/, '"x.y"'))).toContain("NOT PROVEN");
  const first = (await readFile(file("whole"), "utf8")).split("\n")[0] ?? "";
  await writeFile(file("first"), (JSON.parse(first) as { checkpoint: string }).checkpoint);
  const growth = await proveAudit(config, { checkpoints: file("first") });
  expect(await said(growth)).toMatch(/Proven: checkpoint 3 of .* goes on from checkpoint 1/);
  expect(
    await said(
      growth.replace(/"path": \[\s*"./, (start) => start.slice(0, -1) + (start.endsWith("A") ? "B" : "A")),
    ),
  ).toContain("NOT PROVEN");
  await expect(proveAudit(config, { entry: world.ports.random.uuid() })).rejects.toThrow(/No sealed entry/);
  expect(await said("{}")).toContain("no file that holds a proof");
});

test("a line of another kind, a wrong key and a kept file that holds something else are named", async () => {
  expect(await saidOf((lines) => lines.with(4, "{}"))).toMatch(/Line 5 of .* is none of an exported audit/);
  expect(await saidOf((lines) => lines, { checkpoints: file("whole") })).toContain(
    "holds something that is no checkpoint",
  );
  await expect(verifyAuditExport({ export: file("whole"), "public-key": "x" })).rejects.toThrow(/P-256/);
});
