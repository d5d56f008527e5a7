import { countUp } from "../../identity/store/limit.ts";
import type { Citizen } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { paces } from "../pace.ts";

/** Counts one more that a citizen makes; false: it is one too many, and nothing may come of it. */
export async function keepsPace(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  { personId }: Citizen,
  what: keyof typeof paces,
): Promise<boolean> {
  const pace = paces[what];
  return (await countUp(tx, pace, personId, ports.clock.now())) <= pace.most;
}
