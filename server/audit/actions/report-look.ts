import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { record } from "../store.ts";
import { casePlace, findLookAgency, insertCase, type CaseWords } from "../store/look.ts";

export type ReportLookRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "look_missing" }
  | { readonly kind: "look_words_missing" };

const longestWords = 1_000;

/**
 * The citizen says that a look was not right; the agency that looked answers, and the office above sees both. Said
 * twice of one look is one case. Refuses an empty text, and a look at somebody else as missing.
 */
export async function reportLook(
  ports: Ports,
  actor: Citizen,
  input: { readonly lookId: string; readonly text: string },
): Promise<Result<undefined, ReportLookRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const said = input.text.trim().slice(0, longestWords);
  if (said === "") return refuse({ kind: "look_words_missing" });
  if (!isUuid(input.lookId)) return refuse({ kind: "look_missing" });
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    const agencyId = await findLookAgency(tx, personId, input.lookId);
    if (agencyId === null) return refuse({ kind: "look_missing" });
    const id = ports.random.uuid();
    const dataKey = ports.vault.newDataKey();
    const words: CaseWords = { said, answer: null };
    const made = await insertCase(tx, {
      personId,
      id,
      lookId: input.lookId,
      agencyId,
      dataKey,
      sealed: ports.vault.seal(dataKey, casePlace(id), words),
      state: "open",
      madeAt: ports.clock.now(),
    });
    if (made) await record(ports, tx, { action: "look.reported", actor, agencyId, subjectId: id });
    return ok();
  });
}
