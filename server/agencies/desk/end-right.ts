import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { EndReason } from "../end-reason.ts";
import { mayMoveStaff } from "../staff.ts";
import { saveAccount, type Account } from "../store/account.ts";
import { endStaffSessions } from "../store/staff-session.ts";

/**
 * Ends a right now: no page opens from the next request on, every session is over, and the person is told. False: it
 * had ended before.
 */
export async function endRight(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  { id, state, agencyId }: Pick<Account, "id" | "state" | "agencyId">,
  reason: EndReason,
): Promise<boolean> {
  const to = reason === "idle" ? "revoked" : "ended";
  if (!mayMoveStaff(state, to)) return false;
  const now = ports.clock.now();
  await saveAccount(tx, id, { state: to, endedAt: now, endReason: reason });
  await endStaffSessions(tx, id, now);
  await queue(ports, tx, { kind: "staff_revoked", medium: "mail", refs: { staffId: id } });
  await record(ports, tx, {
    action: `staff.${to}`,
    actor,
    agencyId,
    subjectId: id,
    refs: { reason },
  });
  return true;
}
