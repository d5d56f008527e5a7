import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import type { VerifyCode } from "../visits/code-token.ts";
import { checkpointText, isSigned, readCheckpoints, type SignedCheckpoint } from "./checkpoint.ts";
import { leafText, readLeaf, type KeptEntry } from "./leaf.ts";
import { leafHash, type Sha256 } from "./merkle.ts";
import { isConsistent, isIncluded } from "./proof.ts";

/** One entry, and what shows it to be in a log without showing the rest. */
export interface EntryProof {
  readonly kind: "entry";
  readonly number: number;
  readonly entry: KeptEntry;
  readonly path: readonly Uint8Array[];
  readonly checkpoint: SignedCheckpoint;
}

/** What shows that a log went on from an older checkpoint: nothing of it was changed or taken away. */
export interface GrowthProof {
  readonly kind: "growth";
  readonly older: SignedCheckpoint;
  readonly path: readonly Uint8Array[];
  readonly checkpoint: SignedCheckpoint;
}

export type LogProof = EntryProof | GrowthProof;

/** Writes a proof as JSON. */
export function proofText(proof: LogProof): string {
  const path = proof.path.map(encodeBase64url);
  const checkpoint = checkpointText(proof.checkpoint);
  const about =
    proof.kind === "entry"
      ? { number: proof.number, entry: JSON.parse(leafText(proof.entry)) as unknown }
      : { older: checkpointText(proof.older) };
  return JSON.stringify({ ...about, path, checkpoint }, null, 1);
}

/** Reads what `proofText` wrote. Null: it is no proof. */
export function readProof(text: string): LogProof | null {
  const { number, entry, older, path, checkpoint } = parsed(text);
  const [newer] = readCheckpoints(String(checkpoint)) ?? [];
  const hashes = Array.isArray(path) ? path.map((hash: unknown) => decodeBase64url(String(hash))) : [null];
  const whole = hashes.filter((hash) => hash !== null);
  if (!newer || whole.length < hashes.length) return null;
  const leaf = readLeaf(entry);
  if (leaf && typeof number === "number")
    return { kind: "entry", number, entry: leaf, path: whole, checkpoint: newer };
  const [before] = readCheckpoints(String(older)) ?? [];
  return before ? { kind: "growth", older: before, path: whole, checkpoint: newer } : null;
}

/** True when the proof leads to a checkpoint that a key `verify` knows has signed; both ends of a growth are. */
export async function isProven(sha256: Sha256, verify: VerifyCode, proof: LogProof): Promise<boolean> {
  const { checkpoint, path } = proof;
  if (!(await isSigned(verify, checkpoint))) return false;
  if (proof.kind === "growth") {
    return (await isSigned(verify, proof.older)) && isConsistent(sha256, proof.older, checkpoint, path);
  }
  const leaf = leafHash(sha256, leafText(proof.entry));
  return isIncluded(
    sha256,
    { leaf, index: proof.number, size: checkpoint.size, root: checkpoint.root },
    path,
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
