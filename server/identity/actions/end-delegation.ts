import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { companionNotice } from "../companion-notice.ts";
import { moveDelegation, type DelegationState } from "../companion.ts";
import { sideOf } from "../delegation-view.ts";
import { lockDelegation, saveMove } from "../store/delegation.ts";
import { findReach } from "../store/reach.ts";

export type EndDelegationRefusal =
  | { readonly kind: "delegation_missing" }
  | { readonly kind: "delegation_move_refused"; readonly state: DelegationState };

/**
 * Ends a delegation, by either of its two people; the other is told when there was a yes, or a question they were
 * asked in their LINE. Ended already: nothing changes, and that is no refusal. Refuses somebody else's delegation
 * as missing, and the asked person's ending of what they have not answered (they refuse it instead).
 */
export async function endDelegation(
  ports: Ports,
  actor: Citizen,
  { delegationId }: { readonly delegationId: string },
): Promise<Result<undefined, EndDelegationRefusal>> {
  const now = ports.clock.now();
  const reach = await ports.db.as({ kind: "gate" }, (tx) => findReach(tx, actor.channel, delegationId));
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDelegation(ports, tx, delegationId);
    const side = kept && sideOf(kept, actor.personId);
    if (!kept || !side || !reach) return refuse({ kind: "delegation_missing" });
    if (kept.endedAt !== null) return ok();
    const moved = moveDelegation(kept, "ended", side, bangkokDay(now));
    if (!moved.ok) return moved;
    await saveMove(ports, tx, kept, { to: "ended", at: now, by: actor.personId });
    await record(ports, tx, {
      action: "delegation.ended",
      actor,
      subjectId: kept.id,
      refs: { by: side, asker: kept.askerId, for: kept.forId },
    });
    const told = side === "asker" ? reach.represented : reach.asker;
    const wasAgreed = kept.state === "agreed";
    const notice = companionNotice("companion_ended", told, kept.id);
    if (notice && (wasAgreed || notice.medium === "line")) await queue(ports, tx, notice);
    return ok();
  });
}
