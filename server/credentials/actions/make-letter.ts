import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { lockHolding } from "../store/holding.ts";
import { insertLetter, listLetters } from "../store/seat-letter.ts";

export type LetterRefusal =
  | { readonly kind: "holding_not_found" }
  /** They are in already, or out again: a forgotten password goes another way. */
  | { readonly kind: "holding_not_named" };

/**
 * Makes a sealed letter for somebody who is named to a seat of the actor's office. One that nobody opened yet is given
 * again, also to who asks at the same moment. Refuses a person of another office as not found, and whoever is not waiting to come in.
 */
export async function makeLetter(
  ports: Ports,
  actor: Staff,
  { holdingId }: { readonly holdingId: string },
): Promise<Result<{ readonly letterId: string }, LetterRefusal>> {
  if (!isUuid(holdingId)) return refuse({ kind: "holding_not_found" });
  return ports.db.as(actor, async (tx) => {
    const holding = await lockHolding(ports, tx, holdingId);
    if (holding?.issuerId !== actor.agencyId) return refuse({ kind: "holding_not_found" });
    if (holding.state !== "named") return refuse({ kind: "holding_not_named" });
    const [latest] = await listLetters(tx, holdingId, 1);
    if (latest && latest.openedAt === null) return ok({ letterId: latest.id });
    const { agencyId, issuerId, personId } = holding;
    const made = { id: ports.random.uuid(), holdingId, agencyId, issuerId };
    await insertLetter(tx, { ...made, madeBy: actor.staffId, madeAt: ports.clock.now() });
    const action = "seat_letter.made";
    await record(ports, tx, { action, actor, personId, agencyId, subjectId: made.id, refs: { holdingId } });
    return ok({ letterId: made.id });
  });
}
