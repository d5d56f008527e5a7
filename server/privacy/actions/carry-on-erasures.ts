import { listOpenErasures, type ErasurePlace } from "../../identity/store/erasure.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { eachAlone } from "../../kernel/each-alone.ts";
import type { Ports } from "../../ports.ts";
import { carryOn } from "../desk/carry-on.ts";

const atOnce = 100;

/**
 * Goes on with every erasure of which something was still held, however many are held for years before it (`carryOn`). A
 * transaction each; one that fails is logged and leaves the others alone. Answers how many are over now.
 */
export async function carryOnErasures(ports: Ports, actor: SystemActor): Promise<number> {
  let over = 0;
  for (let after: ErasurePlace | null = null; ;) {
    const page: readonly ErasurePlace[] = await ports.db.as(actor, (tx) =>
      listOpenErasures(tx, after, atOnce),
    );
    const done = await eachAlone(
      ports.log,
      "erasure.not_carried_on",
      page,
      ({ personId }) => ({ personId }),
      ({ personId }) => ports.db.as(actor, (tx) => carryOn(ports, tx, actor, personId)),
    );
    over += done.filter(Boolean).length;
    after = page.at(-1) ?? null;
    if (page.length < atOnce) return over;
  }
}
