import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { endHolding } from "../desk/end-holding.ts";
import { holderActor } from "../desk/key-actor.ts";
import { proveHolder, type ProveHolderRefusal } from "../desk/prove-holder.ts";
import { tellHeads } from "../desk/tell-heads.ts";
import { tellHolder } from "../desk/tell-holder.ts";
import { endsHolding, type OwnEnd, type SeatGivenUp } from "../own-end.ts";
import type { WholeSeatSession } from "../seat-session.ts";
import { listHoldingsOfSeat, lockHolding, type KeptHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";

export type { ProveHolderRefusal } from "../desk/prove-holder.ts";

export type EndOwnKeyRefusal = ProveHolderRefusal | { readonly kind: "no_key" };

/**
 * "ยกเลิกการใช้งาน Soft Token" (flows T5): the key ends with every computer it signed in, and with some reasons the time in
 * the seat, too; then the heads are told that nobody comes next, where nobody is named. The password is asked again, for an open computer must not be enough. Told by mail and LINE. Refuses a
 * wrong password, and where there is none any more.
 */
export async function endOwnKey(
  ports: Ports,
  actor: Gate,
  asked: { readonly session: WholeSeatSession; readonly reason: OwnEnd; readonly password: string },
): Promise<Result<undefined, EndOwnKeyRefusal>> {
  const { session, reason, password } = asked;
  const proven = await proveHolder(ports, session, password);
  if (!proven.ok) return proven;
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, session.holdingId);
    if (!holding || holding.state === "ended") return refuse({ kind: "no_key" });
    const whose = holderActor(session);
    await tellHolder(ports, tx, holding, "seat_key_ended");
    if (endsHolding(reason)) {
      await endHolding(ports, tx, whose, holding, reason);
      await tellOfEmptySeat(ports, tx, holding, reason);
    } else {
      await endKeysOfHolding(tx, holding.id, { state: "ended", reason, now: ports.clock.now() });
    }
    const subjectId = session.softTokenId;
    await record(ports, tx, { action: "soft_token.ended", actor: whose, subjectId, refs: { reason } });
    return ok();
  });
}

/** The heads are to appoint the next one: they are told, unless somebody is named already. */
async function tellOfEmptySeat(
  ports: Ports,
  tx: Tx,
  holding: KeptHolding,
  ended: SeatGivenUp,
): Promise<void> {
  const others = await listHoldingsOfSeat(ports, tx, holding.seatId);
  if (others.some(({ part }) => part === holding.part)) return;
  await tellHeads(ports, tx, holding, "staff_key_disabled", { ended });
}
