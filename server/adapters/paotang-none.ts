import type { Proofing } from "../kernel/proofing-port.ts";

const down = { ok: false, refusal: { kind: "proof_down" } } as const;

/** A deployment that is no client of เป๋าตัง: nothing offers it, and whoever asks is told that it does not answer. */
export const paotangNone: Proofing = {
  available: false,
  authorizeUrl: () => Promise.resolve(down),
  exchange: () => Promise.resolve(down),
  refusalOf: () => down.refusal,
};
