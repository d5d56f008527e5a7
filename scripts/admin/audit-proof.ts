import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { proveEntry, proveGrowth } from "../../server/audit/actions/prove.ts";
import { isProven, proofText, readProof, type LogProof } from "../../server/audit/proof-text.ts";
import { keptCheckpoints, verifierFor } from "./audit.ts";
import { administrator, withPorts, type Command, type Given } from "./run.ts";

/** Proves one entry (--entry), or that the log went on from a checkpoint that was kept (--checkpoints: the first in it). */
export const proveAudit: Command = async (config, given) => {
  const [older] = await keptCheckpoints(given.checkpoints);
  if (given.entry === undefined && !older) throw new Error("Give --entry ID or --checkpoints FILE.");
  return withPorts(config, async (ports) => {
    const { entry } = given;
    if (entry === undefined && older) return told(await proveGrowth(ports, administrator, older));
    return told(await proveEntry(ports, administrator, entry ?? ""));
  });
};

function told(proven: Awaited<ReturnType<typeof proveEntry | typeof proveGrowth>>): string {
  if (proven.ok) return proofText(proven.value);
  throw new Error(
    proven.refusal.kind === "entry_not_sealed"
      ? "No sealed entry has that id."
      : "The log is smaller than that checkpoint: see what audit verify says.",
  );
}

/** Checks a proof by itself: no settings, no database. */
export async function verifyAuditProof(given: Given): Promise<string> {
  const proof = readProof(await readFile(given.file ?? "", "utf8").catch(() => ""));
  if (!proof) throw new Error("--file names no file that holds a proof.");
  const isTrue = await isProven((bytes) => hash("sha256", bytes, "buffer"), verifierFor(given), proof);
  if (!isTrue)
    throw new Error("NOT PROVEN: the path does not lead there, or no key given signed the checkpoint.");
  return provenText(proof);
}

function provenText(proof: LogProof): string {
  const newer = `checkpoint ${proof.checkpoint.number} of ${proof.checkpoint.at.toISOString()}`;
  return proof.kind === "growth"
    ? `Proven: ${newer} goes on from checkpoint ${proof.older.number} of ${proof.older.at.toISOString()}.`
    : `Proven: entry ${proof.entry.id} is number ${proof.number} of ${newer}.`;
}
