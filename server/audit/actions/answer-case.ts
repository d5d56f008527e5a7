import { listLineLinks } from "../../identity/store/line-links.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { record } from "../store.ts";
import { answerCaseRow, casePlace, lockCase, type CaseWords } from "../store/look.ts";

export type AnswerCaseRefusal =
  | { readonly kind: "case_missing" }
  | { readonly kind: "case_answered" }
  | { readonly kind: "case_answer_missing" };

const longestAnswer = 1_000;

/**
 * The agency answers a citizen who said that a look was not right; the citizen is told in LINE and reads it in their
 * account. What an office looked at is answered by the office above it. Refuses an empty answer, another agency's case
 * as missing, and one that was answered.
 */
export async function answerCase(
  ports: Ports,
  actor: Staff,
  input: { readonly caseId: string; readonly text: string },
): Promise<Result<undefined, AnswerCaseRefusal>> {
  const answer = input.text.trim().slice(0, longestAnswer);
  if (answer === "") return refuse({ kind: "case_answer_missing" });
  if (!isUuid(input.caseId)) return refuse({ kind: "case_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockCase(tx, actor.agencyId, input.caseId);
    if (!kept) return refuse({ kind: "case_missing" });
    if (kept.state === "answered") return refuse({ kind: "case_answered" });
    const { personId, id, dataKey } = kept;
    const { said } = ports.vault.open<CaseWords>(dataKey, casePlace(id), kept.sealed);
    const words: CaseWords = { said, answer };
    const sealed = ports.vault.seal(dataKey, casePlace(id), words);
    await answerCaseRow(tx, kept, { sealed, staffId: actor.staffId, now: ports.clock.now() });
    await record(ports, tx, { action: "look.answered", actor, personId, subjectId: id });
    for (const to of await listLineLinks(tx, personId)) {
      await queue(ports, tx, { kind: "look_answered", medium: "line", to, personId, refs: { personId } });
    }
    return ok();
  });
}
