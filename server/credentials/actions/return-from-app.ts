import { createHash } from "node:crypto";
import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, ProofingRefusal, ProvenIdentity, Tx } from "../../ports.ts";
import { openRegistration } from "../desk/open-registration.ts";
import { proofToken } from "../desk/identity-proof.ts";
import { proverOf } from "../desk/prover.ts";
import { proofPlace, type ProofLinkRefusal, type ProofOutcome, type ProofSecrets } from "../proof.ts";
import { settleProof, useProofWay, type KeptProof } from "../store/identity-proof.ts";
import { findRegistration, saveRegistration, type KeptRegistration } from "../store/registration.ts";
import type { Proofer } from "../token-registration.ts";

export interface AppReturn {
  readonly state: string;
  readonly code: string | null;
  /** What the app says went wrong; null: nothing. */
  readonly error: string | null;
  readonly redirectUri: string;
}

/** How a way through an app ended; `down`: nobody answered, the same QR may be tried again. */
export interface ReturnedProof {
  readonly proofer: Proofer;
  readonly outcome: ProofOutcome | "down";
  /** What the QR of this proof says: the phone goes on there. */
  readonly token: string;
}

interface Found {
  readonly proof: KeptProof & { readonly proofer: Proofer; readonly sealed: Uint8Array };
  readonly registration: KeptRegistration;
}

/**
 * Takes somebody back from the app on their phone. The state finds the way that was begun, once. Whoever proved themselves
 * must be the person whose number was typed; of anybody else nothing is kept but that it happened. The computer sees it
 * at its next look. Refuses a way that is over.
 */
export async function returnFromApp(
  ports: Ports,
  actor: Gate,
  input: AppReturn,
): Promise<Result<ReturnedProof, ProofLinkRefusal>> {
  const found = await ports.db.as(actor, (tx) => take(ports, tx, input.state));
  if (!found) return refuse({ kind: "proof_gone" });
  const { proof } = found;
  const token = proofToken(ports, proof.id);
  const said = await identityOf(ports, found, input);
  if (!said.ok) {
    const outcome = outcomeOf(said.refusal);
    if (outcome !== "down")
      await ports.db.as(actor, (tx) => settleProof(tx, proof.id, outcome, ports.clock.now()));
    return ok({ proofer: proof.proofer, outcome, token });
  }
  return ports.db.as(actor, (tx) => settle(ports, tx, actor, found, said.value));
}

async function take(ports: Ports, tx: Tx, state: string): Promise<Found | null> {
  const stateHash = createHash("sha256").update(state).digest();
  const proof = await useProofWay(tx, stateHash, ports.clock.now());
  if (!proof?.proofer || !proof.sealed) return null;
  const registration = await findRegistration(ports, tx, proof.holdingId);
  const { proofer, sealed } = proof;
  return registration && { proof: { ...proof, proofer, sealed }, registration };
}

function identityOf(
  ports: Ports,
  { proof, registration }: Found,
  { code, error, redirectUri }: AppReturn,
): Promise<Result<ProvenIdentity, ProofingRefusal>> {
  const prover = proverOf(ports, proof.proofer);
  if (error !== null) return Promise.resolve(refuse(prover.refusalOf(error)));
  if (code === null) return Promise.resolve(refuse({ kind: "proof_invalid" }));
  const secrets = ports.vault.open<ProofSecrets>(registration.dataKey, proofPlace(proof.id), proof.sealed);
  return prover.exchange({ ...secrets, code, redirectUri });
}

function outcomeOf({ kind }: ProofingRefusal): ReturnedProof["outcome"] {
  const outcomes = {
    proof_denied: "denied",
    proof_pending: "pending",
    proof_invalid: "failed",
    proof_down: "down",
  } as const;
  return outcomes[kind];
}

async function settle(
  ports: Ports,
  tx: Tx,
  actor: Gate,
  { proof }: Found,
  identity: ProvenIdentity,
): Promise<Result<ReturnedProof, ProofLinkRefusal>> {
  const open = await openRegistration(ports, tx, proof.holdingId, ["identified"]);
  if (!open.ok) return refuse({ kind: "proof_gone" });
  const { registration } = open.value;
  const now = ports.clock.now();
  const isThey = identity.pid === registration.facts.citizenId;
  const outcome = isThey ? "proven" : "other_person";
  await settleProof(tx, proof.id, outcome, now);
  const { agencyId, personId, holdingId: subjectId } = registration;
  const action = isThey ? "token_registration.proven" : "token_registration.proven_other";
  const refs = { by: proof.proofer };
  await record(ports, tx, { action, actor, agencyId, personId, subjectId, refs });
  if (isThey) await keepProven(ports, tx, registration, proof.proofer, identity, now);
  return ok({ proofer: proof.proofer, outcome, token: proofToken(ports, proof.id) });
}

async function keepProven(
  ports: Ports,
  tx: Tx,
  registration: KeptRegistration,
  provenBy: Proofer,
  { firstName, lastName }: ProvenIdentity,
  now: Date,
): Promise<void> {
  const name = [firstName, lastName].filter((part) => part !== null).join(" ");
  const provenName = name === "" ? null : name;
  const facts = { ...registration.facts, provenName };
  await saveRegistration(ports, tx, registration, { state: "proven", provenBy, provenAt: now, facts });
}
