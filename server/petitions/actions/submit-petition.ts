import type { Citizen } from "../../kernel/actor.ts";
import { refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { sendDraft, type Sending } from "../desk/send-draft.ts";
import type { SubmitRefusal } from "../draft.ts";
import { lockDraft } from "../store/draft.ts";

export interface SubmitInput extends Sending {
  readonly draftId: string;
}

/**
 * Files a citizen's own draft as a petition (E3.3, see `sendDraft`): sent however often and from wherever, there is one.
 * Refuses somebody else's draft as missing.
 */
export async function submitPetition(
  ports: Ports,
  actor: Citizen,
  input: SubmitInput,
): Promise<Result<{ readonly petitionId: string }, SubmitRefusal>> {
  if (!isUuid(input.draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDraft(ports, tx, actor.personId, input.draftId);
    return kept ? sendDraft(ports, tx, actor, kept, input) : refuse({ kind: "draft_missing" });
  });
}
