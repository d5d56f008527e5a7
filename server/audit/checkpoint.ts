import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import type { CodeSigner, VerifyCode } from "../visits/code-token.ts";
import { hashBytes } from "./merkle.ts";

/** What the first `size` entries of the log are. */
export interface Checkpoint {
  /** From 1, one more each time. */
  readonly number: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly at: Date;
}

export interface SignedCheckpoint extends Checkpoint {
  /** The name of the key, by its thumbprint. */
  readonly keyId: string;
  /** ECDSA over P-256 with SHA-256, r‖s. */
  readonly signature: Uint8Array;
}

/** Names the log in everything that is signed, so that no other signature of a key is good for a checkpoint. */
const origin = "pratu/audit";

/**
 * What is signed, in the form of a signed note: origin, size and root, each on a line, as witnesses of transparency logs
 * read them (C2SP tlog-checkpoint), and beneath them our number and the moment (UTC).
 */
export function checkpointBody({ number, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64url(root)}\n${number} ${at.toISOString()}\n`;
}

/** The whole note: what is signed, a blank line, and the signature under the name of its key. */
export function checkpointText(signed: SignedCheckpoint): string {
  const signature = encodeBase64url(signed.signature);
  return `${checkpointBody(signed)}\n— ${origin}/${signed.keyId} ${signature}\n`;
}

const note =
  /pratu\/audit\n(0|[1-9]\d*)\n([\w-]+)\n([1-9]\d*) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n\n— pratu\/audit\/([\w-]+) ([\w-]+)(?:\n|$)/y;

/** Reads notes that stand one after the other, as somebody kept them. Null: something among them is no note. */
export function readCheckpoints(text: string): readonly SignedCheckpoint[] | null {
  const rest = text.replaceAll("\r\n", "\n").trim();
  const read: SignedCheckpoint[] = [];
  for (let at = 0; at < rest.length;) {
    note.lastIndex = at;
    const found = note.exec(rest);
    const checkpoint = found && readNote(found.slice(1));
    if (!checkpoint) return null;
    read.push(checkpoint);
    at = note.lastIndex;
    while (rest[at] === "\n") at += 1;
  }
  return read;
}

function readNote(fields: readonly string[]): SignedCheckpoint | null {
  const [size = "", root = "", number = "", at = "", keyId = "", signature = ""] = fields;
  const [rootBytes, signatureBytes] = [decodeBase64url(root), decodeBase64url(signature)];
  const moment = new Date(at);
  if (rootBytes?.length !== hashBytes || !signatureBytes || Number.isNaN(moment.getTime())) return null;
  const [counted, sized] = [Number(number), Number(size)];
  return { number: counted, size: sized, root: rootBytes, at: moment, keyId, signature: signatureBytes };
}

/** Signs a checkpoint. */
export async function signCheckpoint(signer: CodeSigner, checkpoint: Checkpoint): Promise<SignedCheckpoint> {
  const signature = await signer.sign(bytesOf(checkpointBody(checkpoint)));
  return { ...checkpoint, keyId: signer.kid, signature };
}

/** True when the key it names, one of those `verify` knows, signed exactly this. */
export async function isSigned(verify: VerifyCode, checkpoint: SignedCheckpoint): Promise<boolean> {
  if (Number.isNaN(checkpoint.at.getTime())) return false;
  return verify(checkpoint.keyId, bytesOf(checkpointBody(checkpoint)), new Uint8Array(checkpoint.signature));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
