import type { LineUser } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { limits } from "../limit.ts";
import { countUp } from "../store/limit.ts";

export interface PinLimitRefusal {
  readonly kind: "pin_limit";
}

/** Counts one PIN that somebody chooses or repeats, before it is hashed. Refuses past the hour's limit. */
export async function countPinChoice(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: LineUser,
): Promise<Result<undefined, PinLimitRefusal>> {
  const count = await countUp(tx, limits.pinChoices, `${channel}/${lineUserId}`, ports.clock.now());
  return count > limits.pinChoices.most ? refuse({ kind: "pin_limit" }) : ok();
}
