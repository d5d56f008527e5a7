import ExcelJS from "exceljs";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { addDays, bangkokDay } from "../../server/kernel/thai-date.ts";
import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import { claimColumns } from "../../server/visits/claim-sheet.ts";
import { layVisits } from "./lay-visits.ts";
import { peakWhile, residentMiB } from "./memory.ts";
import type { BenchWorld } from "./world.ts";

const target = { firstByteMs: 1_000, memoryMiB: 200 };
const path = "/console/reports/claims";
const settleMs = 3_000;
/** The facility that is exported has a quarter of all visits. */
const share = 4;

/**
 * The whole export of one facility over HTTP, a million rows (fewer with PRATU_BENCH_EXPORT): the first byte, the memory
 * of the server above what it holds at rest, and the file read back by another library, formulas counted.
 */
export async function benchExport(world: BenchWorld): Promise<boolean> {
  const rows = Number(process.env["PRATU_BENCH_EXPORT"] ?? 1_000_000);
  const laid = await layVisits(world, rows * share);
  const cookie = await enter(world, laid.agencyId);
  const folder = await mkdtemp(join(tmpdir(), "pratu-export-"));
  try {
    let held = true;
    for (const kind of ["csv", "xlsx"])
      held = (await measure(world, cookie, kind, join(folder, kind))) && held;
    return held && (await readsBack(world, join(folder, "xlsx")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(world: BenchWorld, cookie: string, kind: string, file: string): Promise<boolean> {
  const until = bangkokDay(world.ports.clock.now());
  const made = await send(world, cookie, `${path}/export`, { kind, from: addDays(until, -800), until });
  const run = made.headers.get("location") ?? "";
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const idle = (await residentMiB(world.appPid)) ?? 0;
  const { peak, value } = await peakWhile(world.appPid, () => save(world, cookie, `${run}/file`, file));
  const state = (await (await get(world, cookie, `${run}/state`)).json()) as { done: number; total: number };
  const isWhole = state.done === state.total;
  const held = isWhole && value.firstByteMs <= target.firstByteMs && peak - idle <= target.memoryMiB;
  const size = (await stat(file)).size / 1024 / 1024;
  console.log(
    `export ${kind}, ${state.done.toLocaleString("en")} of ${state.total.toLocaleString("en")} rows: first byte ` +
      `${value.firstByteMs.toFixed(0)} ms (target ≤ ${target.firstByteMs}), all in ${value.seconds.toFixed(0)} s, ` +
      `${size.toFixed(0)} MiB, memory ${idle.toFixed(0)} → ${peak.toFixed(0)} MiB, ` +
      `${(peak - idle).toFixed(0)} above rest (target ≤ ${target.memoryMiB}) ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function save(world: BenchWorld, cookie: string, from: string, file: string) {
  const started = performance.now();
  const answer = await send(world, cookie, from, {});
  if (!answer.body) throw new Error(`the file answered ${answer.status}`);
  let firstByteMs = 0;
  const chunks = chunksOf(answer.body, () => (firstByteMs ||= performance.now() - started));
  await pipeline(chunks, createWriteStream(file));
  return { firstByteMs, seconds: (performance.now() - started) / 1000 };
}

async function* chunksOf(body: ReadableStream<Uint8Array>, each: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    each();
    yield value;
  }
}

/** Reads the workbook with exceljs, a row at a time: as many rows as were written, each a text in every cell. */
async function readsBack({ superuser }: BenchWorld, file: string): Promise<boolean> {
  const [run] = await superuser<{ done: number }[]>`
    select done::int from export_run where kind = 'xlsx' order by id desc limit 1`;
  let [rows, others] = [0, 0];
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, {
    worksheets: "emit",
    sharedStrings: "ignore",
  });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const values = row.values as unknown[];
      if (row.number === 1) {
        if (String(values.slice(1)) !== String(claimColumns)) others += 1;
        continue;
      }
      rows += 1;
      others += values.slice(1).filter((value) => value !== undefined && typeof value !== "string").length;
    }
  }
  const held = others === 0 && rows === run?.done;
  console.log(
    `export read back: ${rows.toLocaleString("en")} rows, ${others} cells that are no text ${held ? "✓" : "✗"}`,
  );
  return held;
}

async function enter(world: BenchWorld, agencyId: string): Promise<string> {
  const link = await makeConsoleLink(world.ports, { kind: "system", job: "bench" }, { agencyId });
  if (!link.ok) throw new Error(link.refusal.kind);
  const entered = await get(world, "", `/console/enter/${link.value.token}`);
  return entered.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

function get(world: BenchWorld, cookie: string, to: string): Promise<Response> {
  return fetch(`${world.origin}${to}`, { redirect: "manual", headers: { cookie } });
}

function send(
  world: BenchWorld,
  cookie: string,
  to: string,
  fields: Record<string, string>,
): Promise<Response> {
  return fetch(`${world.origin}${to}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams(fields),
  });
}
