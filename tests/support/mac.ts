import { createHash, createHmac } from "node:crypto";
import type { Mac } from "../../server/kernel/mac.ts";

/** A real HMAC-SHA-256 under a test key. */
export function testMac(key: string): Mac {
  return (message) => new Uint8Array(createHmac("sha256", key).update(message).digest());
}

/** The platform's SHA-256, as nouns take it. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(bytes).digest());
}
