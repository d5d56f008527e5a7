import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { challengeSeconds, type SigningPurpose } from "../sign-in-challenge.ts";
import { findLastChallenge, lockChallenge, moveChallenge } from "../store/challenge.ts";
import { lockKey, type KeptKey } from "../store/soft-token.ts";

export type UseSignatureRefusal =
  /** Nothing was signed for this session and purpose, or it was used, or it is too long ago. */
  { readonly kind: "not_signed" };

/**
 * Uses a signature of the phone, once: the last one this session asked for, for this purpose and relying party, by a key
 * that is still live, within two minutes of its making. Runs as the gate.
 */
export async function useSignature(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  wanted: { readonly sessionId: string; readonly purpose: SigningPurpose; readonly relyingParty: string },
): Promise<Result<KeptKey, UseSignatureRefusal>> {
  const not = refuse({ kind: "not_signed" });
  const last = await findLastChallenge(tx, wanted.sessionId, wanted.purpose);
  const key = last && (await lockKey(tx, last.softTokenId));
  const challenge = key && (await lockChallenge(tx, last.id));
  if (!challenge || key.state !== "live" || challenge.relyingParty !== wanted.relyingParty) return not;
  const now = ports.clock.now();
  const isFresh = now.getTime() - (challenge.endedAt ?? now).getTime() < challengeSeconds * 1000;
  if (challenge.state !== "signed" || !isFresh) return not;
  return (await moveChallenge(tx, challenge.id, "signed", { state: "used", now })) ? ok(key) : not;
}
