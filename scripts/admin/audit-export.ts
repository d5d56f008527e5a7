import { hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { checkLog, type LogCheckMeans } from "../../server/audit/check-log.ts";
import { readExportLine, type ExportLine } from "../../server/audit/export-line.ts";
import type { KeptCheckpoint, KeptLeaf, LogReport } from "../../server/audit/sealed-log.ts";

const atOnce = 1_000;

/** Checks an exported log by itself. Throws for a line that is none of an export. */
export async function checkExport(
  path: string,
  means: Pick<LogCheckMeans, "verify" | "kept">,
): Promise<LogReport> {
  const lines = readLines(path);
  const checkpoints: KeptCheckpoint[] = [];
  let first: ExportLine | undefined;
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    first = line.value;
    if (first.kind === "leaf") break;
    checkpoints.push(first.checkpoint);
  }
  return checkLog(
    { checkpoints: once(checkpoints), leaves: leavesOf(first, lines) },
    { ...means, sha256: (message) => hash("sha256", message, "buffer") },
  );
}

async function* readLines(path: string): AsyncGenerator<ExportLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (text === "") continue;
    const line = readExportLine(text);
    if (!line) throw new Error(`Line ${number} of ${path} is none of an exported audit.`);
    yield line;
  }
}

async function* leavesOf(
  first: ExportLine | undefined,
  rest: AsyncGenerator<ExportLine>,
): AsyncGenerator<readonly KeptLeaf[]> {
  let batch = first?.kind === "leaf" ? [first.leaf] : [];
  for await (const line of rest) {
    if (line.kind !== "leaf") throw new Error("A checkpoint stands among the entries of the exported audit.");
    batch.push(line.leaf);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function* once<T>(batch: readonly T[]): AsyncGenerator<readonly T[]> {
  yield await Promise.resolve(batch);
}
