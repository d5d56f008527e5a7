import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Place, Vault } from "../ports.ts";

/** A master key and the short id that stands in everything it wrapped. */
export interface MasterKey {
  readonly id: string;
  readonly key: Uint8Array;
}

const nonceLength = 12;
const tagLength = 16;
const dataKeyPlace = "data-key";

/**
 * The vault over AES-256-GCM (node:crypto). `keys` in order: the first wraps new data keys, all unwrap.
 * A wrapped data key is: id length, id, nonce, tag, ciphertext. A sealed blob is: nonce, tag, ciphertext, with
 * table and row as associated data.
 */
export function makeVault(keys: readonly [MasterKey, ...MasterKey[]]): Vault {
  const unwrapped = new WeakMap<Uint8Array, Uint8Array>();
  const unwrap = (wrapped: Uint8Array): Uint8Array => {
    const known = unwrapped.get(wrapped);
    if (known) return known;
    const idLength = wrapped[0] ?? 0;
    const id = Buffer.from(wrapped.subarray(1, 1 + idLength)).toString("utf8");
    const master = keys.find((key) => key.id === id);
    if (!master) throw new Error(`data key wrapped by an unknown master key "${id}"`);
    const key = decrypt(master.key, dataKeyPlace, wrapped.subarray(1 + idLength));
    unwrapped.set(wrapped, key);
    return key;
  };
  return {
    newDataKey: () => {
      const id = Buffer.from(keys[0].id, "utf8");
      return Buffer.concat([Buffer.of(id.length), id, encrypt(keys[0].key, dataKeyPlace, randomBytes(32))]);
    },
    seal: (dataKey, place, value) =>
      encrypt(unwrap(dataKey), placeText(place), Buffer.from(JSON.stringify(value), "utf8")),
    open: <T>(dataKey: Uint8Array, place: Place, sealed: Uint8Array): T =>
      JSON.parse(Buffer.from(decrypt(unwrap(dataKey), placeText(place), sealed)).toString("utf8")) as T,
    sealBytes: (dataKey, place, bytes) => encrypt(unwrap(dataKey), placeText(place), bytes),
    openBytes: (dataKey, place, sealed) => decrypt(unwrap(dataKey), placeText(place), sealed),
  };
}

function placeText(place: Place): string {
  return `${place.table}|${place.rowId}`;
}

function encrypt(key: Uint8Array, associated: string, clear: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(associated, "utf8"));
  const text = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

function decrypt(key: Uint8Array, associated: string, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceLength));
  decipher.setAAD(Buffer.from(associated, "utf8"));
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
}
