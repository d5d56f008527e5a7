import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { lockConfirmed } from "../desk/handed-draft.ts";
import { keepAnswers, type SavedDraft } from "../desk/keep-answers.ts";
import { sendDraft } from "../desk/send-draft.ts";
import type { HandedRefusal } from "../draft-hand-over.ts";
import type { DraftMissing, DraftSent, SaveDraftRefusal, SubmitRefusal } from "../draft.ts";

/**
 * Keeps what an officer typed in the citizen's own draft, so that both see one draft (N15, see `keepAnswers`). Refuses
 * what `lockConfirmed` refuses, and over what the citizen saved meanwhile.
 */
export async function saveHandedDraft(
  ports: Ports,
  actor: Staff,
  input: {
    readonly handOverId: string;
    readonly seen: number;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Result<SavedDraft, HandedRefusal | Exclude<SaveDraftRefusal, DraftMissing>>> {
  return ports.db.as(actor, async (tx) => {
    const held = await lockConfirmed(ports, tx, actor, input.handOverId);
    if (!held.ok) return held;
    const { draft } = held.value;
    const saved = await keepAnswers(ports, tx, draft, input);
    if (saved.ok && saved.value.version !== draft.version) {
      const { personId, id: subjectId } = draft;
      await record(ports, tx, { action: "petition_draft.saved_at_counter", actor, personId, subjectId });
    }
    return saved;
  });
}

/**
 * Files a draft that was handed over, marked as filed by this officer at the counter (E5.5, see `sendDraft`). Sent at both
 * places there is one petition: the second is told by `draft_sent`. Refuses what `lockConfirmed` refuses.
 */
export async function fileHandedDraft(
  ports: Ports,
  actor: Staff,
  input: { readonly handOverId: string; readonly seen: number; readonly wantsPaper: boolean },
): Promise<
  Result<{ readonly petitionId: string }, HandedRefusal | DraftSent | Exclude<SubmitRefusal, DraftMissing>>
> {
  return ports.db.as(actor, async (tx) => {
    const held = await lockConfirmed(ports, tx, actor, input.handOverId);
    if (!held.ok) return held;
    return sendDraft(ports, tx, actor, held.value.draft, { ...input, via: "counter" });
  });
}
