import type { Result } from "../../kernel/result.ts";
import { refuse } from "../../kernel/result.ts";
import type { ThaIdRefusal } from "../../kernel/thaid-port.ts";
import type { Ports, Proofing, ProofingRefusal } from "../../ports.ts";
import { proofers, type Proofer } from "../token-registration.ts";

type Provers = Pick<Ports, "thaId" | "paotang">;

/** What ThaID's refusals are among those of every app. */
const ofThaId = {
  thaid_denied: "proof_denied",
  thaid_invalid: "proof_invalid",
  thaid_down: "proof_down",
} as const satisfies Record<ThaIdRefusal["kind"], ProofingRefusal["kind"]>;

/** The app behind a name, each met alike. */
export function proverOf({ thaId, paotang }: Provers, proofer: Proofer): Proofing {
  if (proofer === "paotang") return paotang;
  return {
    available: thaId.available,
    authorizeUrl: async (way) => alike(await thaId.authorizeUrl(way)),
    exchange: async (grant) => alike(await thaId.exchange(grant)),
    refusalOf: (error) => ({ kind: ofThaId[thaId.refusalOf(error).kind] }),
  };
}

/** The apps this deployment offers, in the order they are shown. */
export function proofersOffered(ports: Provers): readonly Proofer[] {
  return proofers.filter((proofer) => proverOf(ports, proofer).available);
}

function alike<T>(given: Result<T, ThaIdRefusal>): Result<T, ProofingRefusal> {
  return given.ok ? given : refuse({ kind: ofThaId[given.refusal.kind] });
}
