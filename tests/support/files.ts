import { checkedKey } from "../../server/adapters/file-key.ts";
import type { Files } from "../../server/ports.ts";

/** Files that live as long as the test, and what stands in them as the store sees it. */
export function memoryFiles(): Files & { readonly kept: ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    put: async (key, bytes) => void kept.set(checkedKey(key), Uint8Array.from(bytes)),
    get: async (key) => {
      const found = kept.get(checkedKey(key));
      return found ? Uint8Array.from(found) : null;
    },
    delete: async (key) => void kept.delete(checkedKey(key)),
  };
}
