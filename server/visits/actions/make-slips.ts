import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { readSlipCount } from "../slip.ts";
import { findBlockOfRequest, insertBlock } from "../store.ts";

/**
 * Allocates a block of codes for paper slips. The same request answers with the block it made. Refuses fewer than ten
 * and more than two hundred.
 */
export async function makeSlips(
  ports: Ports,
  actor: Staff,
  input: { readonly countText: string; readonly requestKey: string },
): Promise<
  Result<
    { readonly blockId: string },
    { readonly kind: "slip_count"; readonly fewest: number; readonly most: number }
  >
> {
  const count = readSlipCount(input.countText);
  if (!count.ok) return count;
  const { agencyId, staffId } = actor;
  const { requestKey } = input;
  const id = ports.random.uuid();
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const codeKey = ports.keys.serviceCode;
    const block = { agencyId, id, count: count.value, madeBy: staffId, now, requestKey, codeKey };
    if (!(await insertBlock(tx, block))) {
      const before = await findBlockOfRequest(tx, agencyId, requestKey);
      if (before === null) throw new Error("a request that was taken made no block");
      return ok({ blockId: before });
    }
    await record(ports, tx, {
      action: "slip_block.made",
      actor,
      subjectId: id,
      refs: { count: count.value },
    });
    return ok({ blockId: id });
  });
}
