import { endErasureByReturn } from "../../identity/desk/erase-identity.ts";
import { listOpenErasures, type ErasurePlace, type OpenErasure } from "../../identity/store/erasure.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { carryOn } from "../desk/carry-on.ts";

const atOnce = 100;

/**
 * Goes on with every erasure of which something was still held, however many are held for years before it. Somebody who
 * opened an account again keeps what was held. A transaction each. Answers how many are over now.
 */
export async function carryOnErasures(ports: Ports, actor: SystemActor): Promise<number> {
  let over = 0;
  for (let after: ErasurePlace | null = null; ;) {
    const page: readonly OpenErasure[] = await ports.db.as(actor, (tx) =>
      listOpenErasures(tx, after, atOnce),
    );
    for (const open of page) over += (await goOn(ports, actor, open)) ? 1 : 0;
    after = page.at(-1) ?? null;
    if (page.length < atOnce) return over;
  }
}

async function goOn(ports: Ports, actor: SystemActor, { personId, isBack }: OpenErasure): Promise<boolean> {
  return ports.db.as(actor, async (tx) => {
    if (!isBack) return carryOn(ports, tx, actor, personId);
    await endErasureByReturn(ports, tx, personId);
    return true;
  });
}
