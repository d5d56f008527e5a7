import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { findReached } from "../desk/reach.ts";
import { settleWord } from "../store/citizen-word.ts";

/**
 * Puts aside what a citizen wrote, where it needs no answer: the queue shows it no more. Again, or where nothing waits, it
 * changes nothing. Refuses a petition beyond the reach of the staff.
 */
export async function putWordAside(
  ports: Ports,
  actor: Staff,
  petitionId: string,
): Promise<Result<undefined, { readonly kind: "petition_not_found" }>> {
  return ports.db.as(actor, async (tx) => {
    const petition = await findReached(tx, actor, petitionId);
    if (petition === null) return refuse({ kind: "petition_not_found" });
    const { agencyId, personId, id: subjectId } = petition;
    await settleWord(tx, petition);
    await record(ports, tx, { action: "petition.word_put_aside", actor, agencyId, personId, subjectId });
    return ok();
  });
}
