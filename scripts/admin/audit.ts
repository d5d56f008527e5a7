import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { publicKeyOf } from "../../server/adapters/code-signer.ts";
import { exportLog } from "../../server/audit/actions/export-log.ts";
import { seeCheckpoint } from "../../server/audit/actions/see-checkpoint.ts";
import { verifyLog } from "../../server/audit/actions/verify-log.ts";
import { readCheckpoints, type SignedCheckpoint } from "../../server/audit/checkpoint.ts";
import { readPublicKey, writePublicKey } from "../../server/kernel/p256-key.ts";
import { verifierOf } from "../../server/visits/code-key.ts";
import type { VerifyCode } from "../../server/visits/code-token.ts";
import { checkExport } from "./audit-export.ts";
import { reportText } from "./audit-report.ts";
import { administrator, withPorts, type Command, type Given } from "./run.ts";

/** Goes through the sealed audit in the database; throws what is wrong with it. */
export const verifyAudit: Command = async (config, given) => {
  const kept = await keptCheckpoints(given.checkpoints);
  const { report, unsealed } = await withPorts(config, (ports) => verifyLog(ports, administrator, { kept }));
  return judged(report.faultCount === 0, reportText(report, kept.length, unsealed, new Date()));
};

/** The same of an exported file, by whoever has the public key: no settings, no database. */
export async function verifyAuditExport(given: Given): Promise<string> {
  if (given.export === undefined) throw new Error("Give --export FILE and --public-key KEY[,KEY].");
  const kept = await keptCheckpoints(given.checkpoints);
  const report = await checkExport(given.export, { verify: verifierFor(given), kept });
  return judged(report.faultCount === 0, reportText(report, kept.length, null, new Date()));
}

/** What verifies under the public keys of the command line. */
export function verifierFor(given: Given): VerifyCode {
  const keys = (given["public-key"] ?? "").split(",").map((text) => readPublicKey(text.trim()));
  const known = keys.filter((key) => key !== null);
  if (known.length < keys.length) {
    throw new Error("--public-key takes P-256 keys as SubjectPublicKeyInfo in DER, as base64.");
  }
  return verifierOf(known.map(publicKeyOf));
}

/** The newest checkpoint, as a text to be kept elsewhere. */
export const printCheckpoint: Command = (config) =>
  withPorts(config, async (ports) => {
    const text = await seeCheckpoint(ports, administrator);
    if (text === null) throw new Error("Nothing was sealed yet.");
    return text.trimEnd();
  });

/** Writes the sealed audit into a file. */
export const exportAudit: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const { to } = given;
    if (to === undefined) throw new Error("Give --to FILE.");
    await pipeline(Readable.from(exportLog(ports, administrator)), createWriteStream(to, { mode: 0o600 }));
    return `The sealed audit stands in ${to}. What checks it goes by another way:\n  ${publicKeys(config)}`;
  });

/** The public keys that verify checkpoints, the current one first. */
export const printAuditKeys: Command = (config) => Promise.resolve(publicKeys(config));

function publicKeys({ keys }: Parameters<Command>[0]): string {
  return [keys.auditSigning, ...keys.auditOld].map(writePublicKey).join(",");
}

/** The checkpoints of a file; none without one. */
export async function keptCheckpoints(path: string | undefined): Promise<readonly SignedCheckpoint[]> {
  if (path === undefined) return [];
  const kept = readCheckpoints(await readFile(path, "utf8"));
  if (kept === null) throw new Error(`${path} holds something that is no checkpoint.`);
  return kept;
}

function judged(isWhole: boolean, text: string): string {
  if (!isWhole) throw new Error(text);
  return text;
}
