import { createHash } from "node:crypto";
import { findAgencyPlace } from "../../agencies/store/office.ts";
import type { Gate } from "../../kernel/actor.ts";
import { encodeBase64url } from "../../kernel/base64url.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { readProofToken } from "../desk/identity-proof.ts";
import { proofersOffered, proverOf } from "../desk/prover.ts";
import {
  proofPlace,
  type BeginProofRefusal,
  type ProofLinkRefusal,
  type ProofSecrets,
  type SeenProof,
} from "../proof.ts";
import { findHolding, type KeptHolding } from "../store/holding.ts";
import { beginProofWay, findOpenProof, findProvenBy, type KeptProof } from "../store/identity-proof.ts";
import { findRegistration, type KeptRegistration } from "../store/registration.ts";
import type { Proofer } from "../token-registration.ts";

interface Found {
  readonly proof: KeptProof;
  readonly holding: KeptHolding;
  readonly registration: KeptRegistration;
}

/** What the QR of a computer opens on the phone. Refuses one that is over, replaced or made up. */
export async function seeProof(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<SeenProof & { readonly offered: readonly Proofer[] }, ProofLinkRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await openedBy(ports, tx, token);
    const agency = found && (await findAgencyPlace(tx, found.holding.agencyId));
    if (!found || !agency) return refuse({ kind: "proof_gone" });
    const { proof, holding } = found;
    const { nameTh, nameEn } = agency;
    return ok({
      userCode: holding.userCode,
      agency: { nameTh, nameEn },
      begunAt: proof.madeAt,
      proofer: proof.proofer,
      outcome: proof.outcome,
      offered: proofersOffered(ports),
    });
  });
}

/** By which app the QR of a computer proved somebody already, as its phone may be told again; null: it did not. */
export async function seeProvenBy(ports: Ports, actor: Gate, token: string): Promise<Proofer | null> {
  const id = readProofToken(ports, token);
  return id === null ? null : ports.db.as(actor, (tx) => findProvenBy(tx, id));
}

/**
 * Begins a way to the chosen app: state, nonce and verifier of 256 bits each, bound to this QR, used once. Answers where
 * the phone is sent. A way that was begun before on the same QR is over. Refuses a dead QR and an app that is not offered
 * or does not answer.
 */
export async function beginProofByApp(
  ports: Ports,
  actor: Gate,
  input: { readonly token: string; readonly proofer: Proofer; readonly redirectUri: string },
): Promise<Result<{ readonly url: string }, BeginProofRefusal>> {
  const prover = proverOf(ports, input.proofer);
  if (!prover.available) return refuse({ kind: "proof_not_offered" });
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, input.token));
  if (!found) return refuse({ kind: "proof_gone" });
  const fresh = () => encodeBase64url(ports.random.bytes(32));
  const [state, secrets] = [fresh(), { nonce: fresh(), verifier: fresh() } satisfies ProofSecrets];
  const challenge = encodeBase64url(sha256(secrets.verifier));
  const { nonce } = secrets;
  const way = await prover.authorizeUrl({ state, nonce, challenge, redirectUri: input.redirectUri });
  if (!way.ok) return refuse({ kind: "proof_down" });
  const { proof, registration } = found;
  const sealed = ports.vault.seal(registration.dataKey, proofPlace(proof.id), secrets);
  const made = { proofer: input.proofer, stateHash: sha256(state), sealed };
  const begun = await ports.db.as(actor, (tx) => beginProofWay(tx, proof.id, made, ports.clock.now()));
  return begun ? ok({ url: way.value }) : refuse({ kind: "proof_gone" });
}

async function openedBy(ports: Ports, tx: Tx, token: string): Promise<Found | null> {
  const id = readProofToken(ports, token);
  const proof = id === null ? null : await findOpenProof(tx, id, ports.clock.now());
  const holding = proof && (await findHolding(ports, tx, proof.holdingId));
  const registration = holding && (await findRegistration(ports, tx, holding.id));
  if (!proof || !holding || holding.state === "ended" || registration?.state !== "identified") return null;
  return { proof, holding, registration };
}

function sha256(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
