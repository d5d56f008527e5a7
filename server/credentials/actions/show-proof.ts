import type { Gate } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { openProofFor, proofToken } from "../desk/identity-proof.ts";
import { openRegistration } from "../desk/open-registration.ts";
import { proofersOffered } from "../desk/prover.ts";
import type { ProofOutcome } from "../proof.ts";
import type { StepClosed } from "../registration-refusal.ts";
import { findLatestProof } from "../store/identity-proof.ts";
import { findRegistration } from "../store/registration.ts";
import type { Proofer, RegistrationState } from "../token-registration.ts";

/** Step 2 as the computer shows it. */
export interface OwnProof {
  readonly state: RegistrationState | null;
  /** What the QR says; null: it ran out, and another is asked for. */
  readonly token: string | null;
  readonly expiresAt: Date | null;
  readonly outcome: ProofOutcome | null;
  readonly provenBy: Proofer | null;
  readonly offered: readonly Proofer[];
}

/** Step 2 of one's own registration: the QR that leads somewhere now, and how the last try went. */
export async function seeOwnProof(ports: Ports, actor: Gate, holdingId: string): Promise<OwnProof> {
  return ports.db.as(actor, async (tx) => {
    const registration = await findRegistration(ports, tx, holdingId);
    const proof = await findLatestProof(tx, holdingId);
    const isOpen = proof !== null && proof.outcome !== "proven" && ports.clock.now() < proof.expiresAt;
    return {
      state: registration?.state ?? null,
      token: isOpen ? proofToken(ports, proof.id) : null,
      expiresAt: isOpen ? proof.expiresAt : null,
      outcome: proof?.outcome ?? null,
      provenBy: registration?.provenBy ?? null,
      offered: proofersOffered(ports),
    };
  });
}

/** Asks for another QR; the one before it leads nowhere any more. Refuses when step 2 is not open. */
export async function renewProof(
  ports: Ports,
  actor: Gate,
  holdingId: string,
): Promise<Result<undefined, StepClosed>> {
  return ports.db.as(actor, async (tx) => {
    const open = await openRegistration(ports, tx, holdingId, ["identified"]);
    if (!open.ok) return open;
    await openProofFor(ports, tx, holdingId);
    return ok();
  });
}
