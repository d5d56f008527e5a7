import { record } from "../../audit/store.ts";
import type { Wording } from "../../forms/field.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Town } from "../catalogue.ts";
import { draftHandOverState, type OwnDraftHandOver } from "../draft-hand-over.ts";
import type { DraftMissing, DraftSent } from "../draft.ts";
import { findTownOfAgency } from "../store/catalogue.ts";
import { endDraftHandOvers, findLatestDraftHandOver } from "../store/draft-hand-over.ts";
import { findDraft, lockDraft } from "../store/draft.ts";
import { findVersion } from "../store/service.ts";

/** A citizen's own draft as the page of its number shows it. */
export interface DraftToHandOver {
  readonly draftId: string;
  readonly town: Town;
  readonly service: Wording;
  /** Null: no number was asked for yet. */
  readonly own: OwnDraftHandOver | null;
}

/**
 * A citizen's own draft and where its number stands. Refuses somebody else's draft and unknown ones alike, and one that
 * was sent.
 */
export async function seeOwnDraftHandOver(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<DraftToHandOver, DraftMissing | DraftSent>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  const now = ports.clock.now();
  const { personId } = actor;
  return ports.db.as(actor, async (tx) => {
    const draft = await findDraft(ports, tx, personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    const { agencyId, serviceId, serviceVersion, petitionId } = draft;
    if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
    const town = await findTownOfAgency(tx, agencyId);
    const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
    if (!town || !version) throw new Error("a draft without its agency or form");
    const kept = await findLatestDraftHandOver(tx, { personId, draftId });
    const own = kept && {
      ...{ number: kept.number, diesAt: kept.diesAt },
      state: draftHandOverState({ ...kept, petitionId }, now),
    };
    return ok({ draftId, town, service: version.definition.name, own });
  });
}

/** Takes the number of a citizen's own draft back, read out or not: from then on only the citizen goes on with it. */
export async function endOwnDraftHandOver(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<void> {
  if (!isUuid(draftId)) return;
  await ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, actor.personId, draftId);
    if (!draft) return;
    const { agencyId, personId } = draft;
    const ended = await endDraftHandOvers(tx, { personId, draftId }, ports.clock.now());
    if (ended === 0) return;
    await record(ports, tx, { action: "draft_hand_over.withdrawn", actor, agencyId, subjectId: draftId });
  });
}
