import { createHash } from "node:crypto";

/** Under which a state of ThaID's way is found; the state itself stands nowhere. */
export function thaIdStateHash(state: string): Uint8Array {
  return createHash("sha256").update(state).digest();
}
