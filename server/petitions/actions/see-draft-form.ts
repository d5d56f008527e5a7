import type { Form } from "../../forms/form.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { DraftMissing, DraftSent, ServiceClosed } from "../draft.ts";
import { findDraft } from "../store/draft.ts";
import { findVersion } from "../store/service.ts";

/**
 * The form a citizen's own draft stands under, in the version its page was made of, not moved to a newer one: what was
 * typed is read and saved by it first, so that nothing is lost when the draft moves on (see `formOfDraft`). Refuses
 * somebody else's and unknown drafts alike, one that was sent, and one whose service has no such version any more.
 */
export async function seeDraftForm(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<Form, DraftMissing | DraftSent | ServiceClosed>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const draft = await findDraft(ports, tx, actor.personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    if (draft.petitionId !== null) return refuse({ kind: "draft_sent", petitionId: draft.petitionId });
    const { agencyId, serviceId, serviceVersion } = draft;
    const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
    return version ? ok(version.definition.form) : refuse({ kind: "service_closed" });
  });
}
