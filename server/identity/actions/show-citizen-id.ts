import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { refuse, ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { findPerson } from "../store/person.ts";

/**
 * The citizen's own id in full (1-2345-67890-12-1); that it was shown is recorded. Refuses a session whose PIN was
 * not given within its time.
 */
export async function showCitizenId(
  ports: Ports,
  actor: Citizen,
): Promise<Result<string, { readonly kind: "session_locked" }>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    await record(ports, tx, { action: "person.number_shown", actor, subjectId: actor.personId });
    return ok(formatCitizenId(person.citizenId));
  });
}
