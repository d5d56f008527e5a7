import { createHmac } from "node:crypto";
import { matchTotp } from "../totp.ts";

/** The time step of a code under that secret, later than the `last` one taken; null: wrong, outlived or used. */
export function stepOfCode(secret: Uint8Array, text: string, last: number | null, now: Date): number | null {
  return matchTotp((counter) => createHmac("sha1", secret).update(counter).digest(), text, last, now);
}
