import { createHash } from "node:crypto";
import type { PinHash } from "../../server/ports.ts";

/** Stands in for the slow hash where a test registers many people and the hash is not what it is about. */
export const lightPinHash: PinHash = {
  make: (pin, pinId) => Promise.resolve(digest(pin, pinId)),
  matches: (pin, pinId, hash) => Promise.resolve(digest(pin, pinId).equals(hash)),
};

function digest(pin: string, pinId: string): Buffer {
  return createHash("sha256").update(`${pinId}:${pin}`).digest();
}
