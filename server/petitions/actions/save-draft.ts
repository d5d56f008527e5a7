import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { largestDraftCharacters, type SaveDraftRefusal } from "../draft.ts";
import { lockDraft, writeDraft } from "../store/draft.ts";

export interface SavedDraft {
  readonly version: number;
  readonly savedAt: Date;
}

/**
 * Keeps what was typed in a draft, right or wrong, over the version that was seen. The same answers again change
 * nothing. Refuses somebody else's draft as missing, one that was sent, one that another window or device saved
 * meanwhile (and says so, for nothing to be lost), and more than anybody types.
 */
export async function saveDraft(
  ports: Ports,
  actor: Citizen,
  input: {
    readonly draftId: string;
    readonly seen: number;
    readonly answers: Readonly<Record<string, unknown>>;
  },
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  if (!isUuid(input.draftId)) return refuse({ kind: "draft_missing" });
  const typed = JSON.stringify(input.answers);
  if (typed.length > largestDraftCharacters) return refuse({ kind: "draft_large" });
  return ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, actor.personId, input.draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    const { petitionId, version, savedAt, content } = draft;
    if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
    if (typed === JSON.stringify(content.answers)) return ok({ version, savedAt });
    if (version !== input.seen) return refuse({ kind: "draft_changed", version, savedAt });
    const written = await writeDraft(ports, tx, draft, {
      content: { ...content, answers: input.answers },
      now: ports.clock.now(),
    });
    return ok({ version: written.version, savedAt: written.savedAt });
  });
}
