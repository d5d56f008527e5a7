import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import type { Mac } from "../kernel/mac.ts";
import type { PinHash } from "../ports.ts";

const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const saltLength = 16;
const hashLength = 32;

/**
 * Hashes PINs with scrypt N 2^15, r 8, p 3 (32 MiB, the strongest that OWASP ASVS 11.4.2 allows and a Worker can
 * hold) over HMAC(pepper, PIN id + PIN). At most `atOnce` run together; the rest wait their turn in order.
 */
export function makePinHash(pepper: Mac, atOnce: number): PinHash {
  const turn = makeTurnstile(atOnce);
  const derive = (pin: string, pinId: string, salt: Uint8Array) =>
    turn(
      () =>
        new Promise<Buffer>((resolve, reject) =>
          scrypt(pepper(`${pinId}:${pin}`), salt, hashLength, cost, (error, key) =>
            error ? reject(error) : resolve(key),
          ),
        ),
    );
  return {
    make: async (pin, pinId) => {
      const salt = randomBytes(saltLength);
      return Buffer.concat([salt, await derive(pin, pinId, salt)]);
    },
    matches: async (pin, pinId, hash) => {
      const derived = await derive(pin, pinId, hash.subarray(0, saltLength));
      return timingSafeEqual(derived, hash.subarray(saltLength));
    },
  };
}

/** Lets `places` pieces of work run at once and the others wait in the order they came. */
function makeTurnstile(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
