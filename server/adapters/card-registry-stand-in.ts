import type { CardRegistry } from "../ports.ts";

/**
 * A stand-in for the registry of ID cards, in the shape of DOPA's CheckCardByLaser: every claim that is whole is
 * normal, except laser codes that ask for another answer, so that each can be met in the demo:
 * ending in 98 → mismatch, 97 → unavailable. Answers after `delayMs`, as a registry across the country does.
 */
export function cardRegistryStandIn(delayMs: number): CardRegistry {
  return {
    check: async (claim) => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (Object.values(claim).some((field) => field === "")) return "incomplete";
      if (claim.laserCode.endsWith("98")) return "mismatch";
      if (claim.laserCode.endsWith("97")) return "unavailable";
      return "normal";
    },
  };
}

/** No registry is connected: every check is unavailable, so people go on at the lower rung. */
export const cardRegistryNone: CardRegistry = { check: () => Promise.resolve("unavailable") };
