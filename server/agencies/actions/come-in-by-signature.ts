import { useSignature, type UseSignatureRefusal } from "../../credentials/desk/use-signature.ts";
import { staffRelyingParty } from "../../credentials/sign-in-challenge.ts";
import { findHoldingOfStaff } from "../../credentials/store/staff-key.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { comeIn, type CameIn, type HalfIn } from "../desk/come-in.ts";
import { lockAccount } from "../store/account.ts";
import { isSessionEnded } from "../store/staff-session.ts";

/**
 * The second step with the Soft Token of the seat that the account's person holds: comes in by the signature that this
 * session asked for, once. Refuses an account that is locked or ended, a session that is over, and a signature of a key
 * that is not theirs, not fresh, or for somebody else.
 */
export async function comeInBySignature(
  ports: Ports,
  actor: Gate,
  half: HalfIn,
): Promise<Result<CameIn, UseSignatureRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const account = await lockAccount(ports, tx, half.staffId);
    const isOver = account?.state !== "active" || account.tries.lockedAt !== null;
    if (isOver || (await isSessionEnded(tx, half.sessionId))) return refuse({ kind: "not_signed" });
    const holdingId = await findHoldingOfStaff(tx, half.staffId);
    const wanted = { purpose: "sign_in", relyingParty: staffRelyingParty } as const;
    const used = await useSignature(ports, tx, { ...wanted, sessionId: half.sessionId });
    if (!used.ok) return used;
    if (used.value.holdingId !== holdingId) return refuse({ kind: "not_signed" });
    return ok(await comeIn(ports, tx, actor, account, { sessionId: half.sessionId, by: "soft_token" }));
  });
}
