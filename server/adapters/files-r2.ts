import type { Files } from "../ports.ts";
import { checkedKey } from "./file-key.ts";

/** What of a bucket's binding (Cloudflare R2) is used. */
export interface Bucket {
  put(
    key: string,
    bytes: Uint8Array,
    options: { readonly httpMetadata: { readonly contentType: string } },
  ): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  delete(key: string): Promise<void>;
}

/** Files in a bucket that is bound to the Worker. A put appears whole or not at all. */
export function r2Files(bucket: Bucket): Files {
  return {
    put: async (key, bytes, contentType) => {
      await bucket.put(checkedKey(key), bytes, { httpMetadata: { contentType } });
    },
    get: async (key) => {
      const found = await bucket.get(checkedKey(key));
      return found && new Uint8Array(await found.arrayBuffer());
    },
    delete: (key) => bucket.delete(checkedKey(key)),
  };
}
