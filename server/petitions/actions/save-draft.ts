import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { keepAnswers, type SavedDraft } from "../desk/keep-answers.ts";
import type { SaveDraftRefusal } from "../draft.ts";
import { lockDraft } from "../store/draft.ts";

/** Keeps what was typed in a citizen's own draft (see `keepAnswers`). Refuses somebody else's draft as missing. */
export async function saveDraft(
  ports: Ports,
  actor: Citizen,
  input: {
    readonly draftId: string;
    readonly seen: number;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  const { draftId } = input;
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, actor.personId, draftId);
    return draft ? keepAnswers(ports, tx, draft, input) : refuse({ kind: "draft_missing" });
  });
}
