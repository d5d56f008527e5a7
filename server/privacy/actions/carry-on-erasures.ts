import { endErasureByReturn } from "../../identity/desk/erase-identity.ts";
import { listOpenErasures } from "../../identity/store/erasure.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { carryOn } from "../desk/carry-on.ts";

const atOnce = 100;

/**
 * Goes on with erasures of which something was still held. Somebody who opened an account again keeps what was held. A
 * transaction each. Answers how many are over now.
 */
export async function carryOnErasures(ports: Ports, actor: SystemActor): Promise<number> {
  let over = 0;
  for (const { personId, isBack } of await ports.db.as(actor, (tx) => listOpenErasures(tx, atOnce))) {
    const isOver = await ports.db.as(actor, async (tx) => {
      if (!isBack) return carryOn(ports, tx, actor, personId);
      await endErasureByReturn(ports, tx, personId);
      return true;
    });
    over += isOver ? 1 : 0;
  }
  return over;
}
