import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { endStaffSessions } from "../store/staff-session.ts";

/** Which of one's own sessions: one, or all but the one in hand. */
export type WhichSessions = { readonly only: string } | { readonly keep: string };

/** Ends sessions of one's own account. Refuses one that is over already or is somebody else's, which look alike. */
export async function endOwnSessions(
  ports: Ports,
  actor: Staff,
  which: WhichSessions,
): Promise<Result<{ readonly ended: number }, { readonly kind: "session_missing" }>> {
  return ports.db.as(actor, async (tx) => {
    const ended = await endStaffSessions(tx, actor.staffId, ports.clock.now(), which);
    if (ended === 0 && "only" in which) return refuse({ kind: "session_missing" });
    const subjectId = actor.staffId;
    await record(ports, tx, { action: "staff.sessions_ended", actor, subjectId, refs: { ended } });
    return ok({ ended });
  });
}
