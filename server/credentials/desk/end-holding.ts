import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { HoldingEnd } from "../holding.ts";
import { saveHolding, type KeptHolding } from "../store/holding.ts";
import { endKeysOfHolding } from "../store/key-end.ts";
import { useUpSeatLinks } from "../store/seat-link.ts";
import { tellHolder } from "./tell-holder.ts";

/**
 * Ends somebody's time in a seat, locked before: their key, computers and links with it, from the next request on. They
 * are told. Whoever was only named is `not_taken_up`. Runs as the gate or the system; `actor` stands in the audit.
 */
export async function endHolding(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  holding: KeptHolding,
  reason: HoldingEnd,
): Promise<void> {
  const now = ports.clock.now();
  const wasNamed = holding.state === "named";
  const endReason = wasNamed ? "not_taken_up" : reason;
  await saveHolding(ports, tx, holding, { state: "ended", endedAt: now, endReason, passwordHash: null });
  const ended = await endKeysOfHolding(tx, holding.id, { state: "ended", reason, now });
  await useUpSeatLinks(tx, holding.id, now);
  await tellHolder(ports, tx, holding, wasNamed ? "seat_naming_withdrawn" : "seat_ended");
  await record(ports, tx, {
    action: wasNamed ? "seat_holding.withdrawn" : "seat_holding.ended",
    actor,
    personId: holding.personId,
    agencyId: holding.agencyId,
    subjectId: holding.id,
    refs: {
      seatId: holding.seatId,
      part: holding.part,
      reason: endReason,
      keys: ended.tokenIds.length,
      sessions: ended.sessions,
    },
  });
}
