import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { endDevice } from "../store/session.ts";

/**
 * Signs a citizen out on one of their devices. Refuses a session that is not theirs or has ended, which look the
 * same.
 */
export function endOneDevice(
  ports: Ports,
  actor: Citizen,
  { sessionId }: { readonly sessionId: string },
): Promise<Result<undefined, { readonly kind: "device_missing" }>> {
  return ports.db.as(actor, async (tx) => {
    const ended = await endDevice(tx, actor, sessionId, ports.clock.now());
    if (!ended) return refuse({ kind: "device_missing" });
    await record(ports, tx, { action: "session.ended", actor, subjectId: sessionId });
    return ok();
  });
}
