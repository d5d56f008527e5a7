import { record } from "../../audit/store.ts";
import { findDelegation } from "../../identity/store/delegation.ts";
import { findLineLink } from "../../identity/store/line-user.ts";
import type { Citizen, LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { MoveCodeRefusal } from "../refusal.ts";
import { representedBy } from "../represented.ts";
import { moveCode } from "../service-code.ts";
import { cancelCodeRow, lockCode } from "../store.ts";

/**
 * Cancels a code that was asked for by mistake, until the counter has used it; the citizen's own or, with
 * `delegationId`, of somebody they act for. The visit stays as it is. The chat is told, and the represented person's
 * too. Refuses what is not theirs as not found, and a code that was used, closed, cancelled or has expired.
 */
export async function cancelCode(
  ports: Ports,
  actor: Citizen,
  input: { readonly codeId: string; readonly delegationId: string | null },
): Promise<Result<undefined, MoveCodeRefusal>> {
  const { codeId, delegationId } = input;
  if (!isUuid(codeId)) return refuse({ kind: "code_not_found" });
  const owner = delegationId === null ? actor : await actingFor(ports, actor, delegationId);
  if (!owner) return refuse({ kind: "code_not_found" });
  return ports.db.as(owner, async (tx) => {
    const now = ports.clock.now();
    const code = await lockCode(tx, owner.personId, codeId);
    if (!code) return refuse({ kind: "code_not_found" });
    const moved = moveCode(code, "cancelled", "citizen", now);
    if (!moved.ok) return moved;
    await cancelCodeRow(tx, code, { cancelledBy: actor.personId, now });
    const { personId, facilityId: agencyId } = code;
    await record(ports, tx, {
      action: "service_code.cancelled",
      actor,
      personId,
      agencyId,
      subjectId: code.id,
    });
    await tell(ports, tx, actor, owner, code.id);
    return ok();
  });
}

async function actingFor(ports: Ports, actor: Citizen, delegationId: string): Promise<Citizen | null> {
  if (!isUuid(delegationId)) return null;
  const kept = await ports.db.as(actor, (tx) => findDelegation(ports, tx, delegationId));
  return representedBy(kept, actor, bangkokDay(ports.clock.now()))?.actor ?? null;
}

/** Tells the chat of who cancelled, and of the person whose code it was. */
async function tell(ports: Ports, tx: Tx, actor: Citizen, owner: Citizen, codeId: string): Promise<void> {
  const link = owner === actor ? null : await findLineLink(tx, owner.personId);
  const told: readonly (readonly [LineUser, string])[] = [
    [actor, actor.personId],
    ...(link ? [[link, owner.personId] as const] : []),
  ];
  for (const [{ channel, lineUserId }, personId] of told) {
    const refs = { personId: owner.personId, codeId };
    await queue(ports, tx, {
      kind: "code_cancelled",
      medium: "line",
      to: { channel, lineUserId },
      personId,
      refs,
    });
  }
}
