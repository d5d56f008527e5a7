import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { activationToken, activationTokenHash } from "../desk/activation-token.ts";
import { holderActor } from "../desk/key-actor.ts";
import { mayMakeKey, type MayMakeKeyRefusal } from "../desk/may-make-key.ts";
import { activationMinutes } from "../new-key.ts";
import type { SeatSession } from "../seat-session.ts";
import { insertActivation } from "../store/activation.ts";
import { lockHolding } from "../store/holding.ts";

export type BeginActivationRefusal = MayMakeKeyRefusal;

/**
 * Begins to activate a Soft Token: a QR for ten minutes, which the first phone that takes it owns. An earlier QR is over.
 * Refuses before the approval, with a key on a phone already, and where another key was not granted.
 */
export async function beginActivation(
  ports: Ports,
  actor: Gate,
  { session }: { readonly session: SeatSession },
): Promise<Result<undefined, BeginActivationRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, session.holdingId);
    if (!holding) return refuse({ kind: "not_approved" });
    const may = await mayMakeKey(ports, tx, holding);
    if (!may.ok) return may;
    const now = ports.clock.now();
    const id = ports.random.uuid();
    const { id: holdingId, seatId, agencyId, personId } = holding;
    await insertActivation(tx, {
      ...{ id, holdingId, seatId, renewsId: null, madeAt: now },
      tokenHash: activationTokenHash(activationToken(ports, id)),
      expiresAt: new Date(now.getTime() + activationMinutes * 60_000),
    });
    const whose = holderActor({ agencyId, seatId, holdingId, personId });
    await record(ports, tx, { action: "activation.begun", actor: whose, subjectId: id });
    return ok();
  });
}
