import { decodeBase64url, encodeBase64url } from "../kernel/base64url.ts";
import { thumbprintText, type P256PublicKey } from "../kernel/p256-key.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { ServicePack } from "./service-pack.ts";

/** The kind of file, which also stands in what is signed: a signature for a pack is good for nothing else. */
export const packFileFormat = "pratu-service-pack/1";

/** No pack is larger, and none lies deeper. */
export const packLimits = { bytes: 512 * 1024, depth: 24 } as const;

/** Who signed a pack, as the file says it, and whether the key is one of ours. */
export interface PackSeal {
  readonly name: string;
  /** The SHA-256 of the key (RFC 7638), as groups of four to be read out over a telephone. */
  readonly fingerprint: string;
  readonly isKnown: boolean;
}

/** What signs: ES256 (ECDSA over P-256, SHA-256, 64 bytes r‖s). */
export interface PackSigner {
  readonly key: P256PublicKey;
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

export type PackFileRefusal =
  | { readonly kind: "pack_large" }
  /** No JSON, another kind of file, or too deep. */
  | { readonly kind: "pack_shape" }
  /** Changed after it was signed. */
  | { readonly kind: "pack_forged" };

/** A file that was opened: what it holds, not yet judged, and who signed it; null: nobody did. */
export interface OpenedPackFile {
  readonly pack: unknown;
  readonly seal: PackSeal | null;
}

/** Writes a pack as one signed file, its members in alphabetical order: the same pack makes the same text. */
export async function writePackFile(signer: PackSigner, name: string, pack: ServicePack): Promise<string> {
  const body = { format: packFileFormat, signer: { name, key: jwkOf(signer.key) }, pack };
  const signature = encodeBase64url(await signer.sign(bytesOf(canonical(body))));
  return `${JSON.stringify(sorted({ ...body, signature }), null, 2)}\n`;
}

/**
 * Opens a pack file. Refuses one that is too large, is no such file, or does not bear out its own signature. A file
 * without one is opened too: who takes it in is told. `known` are the keys of this deployment.
 */
export async function openPackFile(
  text: string,
  known: readonly P256PublicKey[],
): Promise<Result<OpenedPackFile, PackFileRefusal>> {
  if (bytesOf(text).length > packLimits.bytes) return refuse({ kind: "pack_large" });
  const file = parse(text);
  if (!isRecord(file) || file["format"] !== packFileFormat || !isShallow(file, packLimits.depth))
    return refuse({ kind: "pack_shape" });
  const { signature, ...body } = file;
  if (signature === undefined && body["signer"] === undefined) return ok({ pack: body["pack"], seal: null });
  const signer = readSigner(body["signer"]);
  if (signer === null || typeof signature !== "string") return refuse({ kind: "pack_forged" });
  const fits = await verifies(signer.key, canonical(body), signature);
  if (!fits) return refuse({ kind: "pack_forged" });
  const isKnown = known.some(({ x, y }) => x === signer.key.x && y === signer.key.y);
  const seal = { name: signer.name, fingerprint: await fingerprintOf(signer.key), isKnown };
  return ok({ pack: body["pack"], seal });
}

/** The fingerprint of a key: the first 32 hexadecimal digits of its thumbprint, in groups of four. */
export async function fingerprintOf(key: P256PublicKey): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytesOf(thumbprintText(key)));
  const digits = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return (digits.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join(" ");
}

const ecdsa = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

async function verifies(key: P256PublicKey, text: string, signature: string): Promise<boolean> {
  const bytes = decodeBase64url(signature);
  if (bytes?.length !== 64) return false;
  try {
    const imported = await crypto.subtle.importKey("jwk", jwkOf(key), ecdsa, false, ["verify"]);
    return await crypto.subtle.verify(ecdsa, imported, new Uint8Array(bytes), bytesOf(text));
  } catch {
    // No point of the curve: nothing was ever signed with it.
    return false;
  }
}

function readSigner(sent: unknown): { readonly name: string; readonly key: P256PublicKey } | null {
  if (!isRecord(sent) || !isRecord(sent["key"])) return null;
  const { name, key } = sent as { name: unknown; key: Readonly<Record<string, unknown>> };
  const { x, y } = key;
  if (typeof name !== "string" || typeof x !== "string" || typeof y !== "string") return null;
  return { name: name.slice(0, 200), key: { x, y } };
}

function jwkOf({ x, y }: P256PublicKey) {
  return { kty: "EC", crv: "P-256", x, y };
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The same value with the members of every object in alphabetical order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
