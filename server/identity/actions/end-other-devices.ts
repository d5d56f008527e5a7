import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { endDevices } from "../store/session.ts";

/** Signs a citizen out on every device but the one in hand; answers how many those were. */
export function endOtherDevices(
  ports: Ports,
  actor: Citizen,
  { keepSessionId }: { readonly keepSessionId: string },
): Promise<number> {
  return ports.db.as(actor, async (tx) => {
    const ended = await endDevices(tx, actor, ports.clock.now(), keepSessionId);
    if (ended > 0) await record(ports, tx, { action: "session.others_ended", actor, refs: { ended } });
    return ended;
  });
}
