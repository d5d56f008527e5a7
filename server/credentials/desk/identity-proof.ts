import { mailLinkToken, readMailLinkToken } from "../../kernel/mail-link.ts";
import type { Mac } from "../../kernel/mac.ts";
import type { Ports, Tx } from "../../ports.ts";
import { proofMs } from "../proof.ts";
import { insertProof } from "../store/identity-proof.ts";

/** Tokens of proofs are made with the key of links, apart from those by their beginning. */
function macOf({ keys }: Pick<Ports, "keys">): Mac {
  return (message) => keys.seatLink(typeof message === "string" ? `identity-proof:${message}` : message);
}

/** What the QR of a proof says; made again whenever it is shown. */
export function proofToken(ports: Pick<Ports, "keys">, proofId: string): string {
  return mailLinkToken(macOf(ports), proofId);
}

/** The proof a token was made for; null when we did not make it. */
export function readProofToken(ports: Pick<Ports, "keys">, token: string): string | null {
  return readMailLinkToken(macOf(ports), token);
}

/** Opens a new proof for somebody's registration; a QR before it leads nowhere any more. Runs as the gate. */
export async function openProofFor(
  { clock, random }: Pick<Ports, "clock" | "random">,
  tx: Tx,
  holdingId: string,
): Promise<void> {
  const madeAt = clock.now();
  const expiresAt = new Date(madeAt.getTime() + proofMs);
  await insertProof(tx, { id: random.uuid(), holdingId, madeAt, expiresAt });
}
