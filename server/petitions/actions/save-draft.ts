import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { keepAnswers, type SavedDraft } from "../desk/keep-answers.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import type { SaveOwnDraftRefusal } from "../draft.ts";
import { lockDraft } from "../store/draft.ts";

/** Keeps what was typed in a citizen's own draft (see `keepAnswers`). Refuses somebody else's draft as missing, and who saves without a pause. */
export async function saveDraft(
  ports: Ports,
  actor: Citizen,
  input: {
    readonly draftId: string;
    readonly seen: number;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Result<SavedDraft, SaveOwnDraftRefusal>> {
  const { draftId } = input;
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    if (!(await keepsPace(ports, tx, actor, "saves"))) return refuse({ kind: "saves_many" });
    const draft = await lockDraft(ports, tx, actor.personId, draftId);
    return draft ? keepAnswers(ports, tx, draft, input) : refuse({ kind: "draft_missing" });
  });
}
