import { countUp } from "../../identity/store/limit.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { paces } from "../pace.ts";

/**
 * Counts one more that somebody makes; false: it is one too many, and nothing may come of it. Runs as the citizen, and for
 * staff as the gate.
 */
export async function keepsPace(
  ports: Pick<Ports, "clock">,
  tx: Tx,
  who: Citizen | Staff,
  what: keyof typeof paces,
): Promise<boolean> {
  const pace = paces[what];
  const key = who.kind === "staff" ? who.staffId : who.personId;
  return (await countUp(tx, pace, key, ports.clock.now())) <= pace.most;
}

/**
 * Counts one more that a citizen says of a petition, and the files that came with it: what is refused for something else
 * was read and put into the store as well. Answers which pace it breaks; null: neither.
 */
export function brokenPace(
  ports: Pick<Ports, "clock" | "db">,
  actor: Citizen,
  files: number,
): Promise<"messages" | "files" | null> {
  return ports.db.as(actor, async (tx) => {
    if (!(await keepsPace(ports, tx, actor, "messages"))) return "messages";
    for (let n = 0; n < files; n += 1) {
      if (!(await keepsPace(ports, tx, actor, "files"))) return "files";
    }
    return null;
  });
}
