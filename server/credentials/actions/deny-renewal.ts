import { record } from "../../audit/store.ts";
import type { Gate, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { holderActor } from "../desk/key-actor.ts";
import { quietUntil } from "../desk/quiet.ts";
import { tellDenied } from "../desk/tell-denied.ts";
import { denyActivation, findActivation } from "../store/activation.ts";
import { lockHolding } from "../store/holding.ts";
import { endAskingSessions } from "../store/seat-session.ts";
import { findKey } from "../store/soft-token.ts";

/**
 * "ไม่ใช่ฉัน" to a renewal: it is over, with every computer that has come no further than the password; holder and head are warned, once in a while.
 * Refuses what is over or another phone's.
 */
export async function denyRenewal(
  ports: Ports,
  actor: Gate,
  { activationId, phone }: { readonly activationId: string; readonly phone: LineUser },
): Promise<Result<undefined, { readonly kind: "renewal_over" }>> {
  return ports.db.as(actor, async (tx) => {
    const before = await findActivation(tx, activationId);
    const holding = before && (await lockHolding(ports, tx, before.holdingId));
    const found = holding && (await findActivation(tx, activationId));
    const key = found?.renewsId ? await findKey(tx, found.renewsId) : null;
    const isTheirs = key?.channel === phone.channel && key.lineUserId === phone.lineUserId;
    if (!holding || !isTheirs || found?.endedAt !== null) return refuse({ kind: "renewal_over" });
    const now = ports.clock.now();
    const wasTold = (await quietUntil(tx, { holdingId: holding.id, purpose: "renew" }, now)) !== null;
    await denyActivation(tx, activationId, now);
    await endAskingSessions(tx, { holdingId: holding.id, sessionId: null }, now);
    await record(ports, tx, { action: "renewal.denied", actor: holderActor(key), subjectId: activationId });
    if (!wasTold) await tellDenied(ports, tx, holding, "renew");
    return ok();
  });
}
