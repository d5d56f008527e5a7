import { encodeBase64url } from "../../../server/kernel/base64url.ts";

const curve = { name: "ECDSA", namedCurve: "P-256" };
const ecdsa = { name: "ECDSA", hash: "SHA-256" };
const database = "pratu-soft-token";
const keys = "keys";

/** A pair that lives on this phone: its private half cannot be exported, by us or by anybody. */
export interface DevicePair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Makes a pair. Throws where the browser has no WebCrypto. */
export async function newPair(): Promise<DevicePair> {
  return crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
}

/** The public half as SubjectPublicKeyInfo, base64url. */
export async function publicText({ publicKey }: DevicePair): Promise<string> {
  return encodeBase64url(new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)));
}

/** What the private half signs, r‖s in base64url. */
export async function sign({ privateKey }: DevicePair, text: string): Promise<string> {
  const signed = await crypto.subtle.sign(ecdsa, privateKey, new TextEncoder().encode(text));
  return encodeBase64url(new Uint8Array(signed));
}

/** The pair under an id; null: it was never on this phone, or LINE's data were cleared. */
export async function findPair(id: string): Promise<DevicePair | null> {
  const found: unknown = await within("readonly", (store) => store.get(id));
  return (found as DevicePair | undefined) ?? null;
}

/** Keeps a pair, and asks the phone not to clear it when it runs short of space. */
export async function keepPair(id: string, pair: DevicePair): Promise<void> {
  await within("readwrite", (store) => store.put(pair, id));
  // Older phones have no such thing to ask.
  if ("storage" in navigator) await navigator.storage.persist().catch(() => false);
}

/** Ends a pair: a newer one took its place. */
export async function dropPair(id: string): Promise<void> {
  await within("readwrite", (store) => store.delete(id));
}

async function within(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const open = indexedDB.open(database, 1);
  open.onupgradeneeded = () => open.result.createObjectStore(keys);
  const db = await settled(open);
  try {
    return await settled(ask(db.transaction(keys, mode).objectStore(keys)));
  } finally {
    db.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the phone's store does not open"));
  });
}
