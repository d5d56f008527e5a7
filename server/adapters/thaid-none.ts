import type { ThaId } from "../kernel/thaid-port.ts";

const down = { ok: false, refusal: { kind: "thaid_down" } } as const;

/** A deployment that is no relying party of ThaID: nothing offers it, and whoever asks is told that it does not answer. */
export const thaIdNone: ThaId = {
  available: false,
  authorizeUrl: () => Promise.resolve(down),
  exchange: () => Promise.resolve(down),
  refusalOf: () => down.refusal,
};
