import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { largestDraftCharacters, type DraftMissing, type SaveDraftRefusal } from "../draft.ts";
import { writeDraft, type KeptDraft } from "../store/draft.ts";

export interface SavedDraft {
  readonly version: number;
  readonly savedAt: Date;
}

/**
 * Keeps what was typed in a draft that is held, right or wrong, over the version that was seen. The same answers again
 * change nothing. Refuses a draft that was sent, one that somebody else or another window saved meanwhile (and says so,
 * for nothing to be lost), and more than anybody types.
 */
export async function keepAnswers(
  ports: Ports,
  tx: Tx,
  draft: KeptDraft,
  { seen, answers }: { readonly seen: number; readonly answers: Readonly<Record<string, unknown>> },
): Promise<Result<SavedDraft, Exclude<SaveDraftRefusal, DraftMissing>>> {
  const typed = JSON.stringify(answers);
  if (typed.length > largestDraftCharacters) return refuse({ kind: "draft_large" });
  const { petitionId, version, savedAt, content } = draft;
  if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
  if (typed === JSON.stringify(content.answers)) return ok({ version, savedAt });
  if (version !== seen) return refuse({ kind: "draft_changed", version, savedAt });
  const written = await writeDraft(ports, tx, draft, {
    content: { ...content, answers },
    now: ports.clock.now(),
  });
  return ok({ version: written.version, savedAt: written.savedAt });
}
