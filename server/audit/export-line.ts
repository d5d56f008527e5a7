import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import { checkpointText, readCheckpoints } from "./checkpoint.ts";
import { leafText, readLeaf } from "./leaf.ts";
import type { KeptCheckpoint, KeptLeaf } from "./sealed-log.ts";

/** One line of an export: a checkpoint, or an entry at its place. Checkpoints stand before all entries. */
export type ExportLine =
  | { readonly kind: "checkpoint"; readonly checkpoint: KeptCheckpoint }
  | { readonly kind: "leaf"; readonly leaf: KeptLeaf };

/** Writes a checkpoint as a line of JSON: its note, and the frontier beside it. */
export function checkpointLine(kept: KeptCheckpoint): string {
  const frontier = kept.frontier && encodeBase64url(kept.frontier);
  return `${JSON.stringify({ checkpoint: checkpointText(kept), frontier })}\n`;
}

/**
 * Writes an entry as a line of JSON. What stands under `entry` is, letter for letter, what its hash was made of (behind
 * one byte 0): anybody with SHA-256 makes it again.
 */
export function leafLine({ number, entryId, hash, entry }: KeptLeaf): string {
  const start = `{"number":${number},"id":${JSON.stringify(entryId)},"hash":"${encodeBase64url(hash)}"`;
  return `${start},"entry":${entry ? leafText(entry) : "null"}}\n`;
}

/** Reads a line that the two above wrote. Null: it is none of an export. */
export function readExportLine(line: string): ExportLine | null {
  const fields = parsed(line);
  if ("checkpoint" in fields) return readCheckpointLine(fields);
  const { number, id, hash, entry } = fields;
  const bytes = typeof hash === "string" ? decodeBase64url(hash) : null;
  if (!Number.isSafeInteger(number) || typeof id !== "string" || !bytes) return null;
  const leaf = entry === null ? null : readLeaf(entry);
  if (entry !== null && leaf === null) return null;
  return { kind: "leaf", leaf: { number: number as number, entryId: id, hash: bytes, entry: leaf } };
}

function readCheckpointLine(fields: Readonly<Record<string, unknown>>): ExportLine | null {
  const [checkpoint] = readCheckpoints(String(fields["checkpoint"])) ?? [];
  const frontier = fields["frontier"];
  const bytes = typeof frontier === "string" ? decodeBase64url(frontier) : null;
  return checkpoint ? { kind: "checkpoint", checkpoint: { ...checkpoint, frontier: bytes } } : null;
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
