import { randomBytes } from "node:crypto";
import { uuidV7 } from "../kernel/uuid.ts";
import type { Clock, Random } from "../ports.ts";

/** The machine's cryptographic randomness. */
export function makeRandom(clock: Clock): Random {
  return {
    bytes: (length) => randomBytes(length),
    uuid: () => uuidV7(clock.now(), randomBytes(10)),
  };
}
