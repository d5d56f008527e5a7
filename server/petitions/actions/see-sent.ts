import type { Wording } from "../../forms/field.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Town } from "../catalogue.ts";
import type { DraftMissing } from "../draft.ts";
import { findTownOfAgency } from "../store/catalogue.ts";
import { findDraft } from "../store/draft.ts";
import { findPetition } from "../store/petition.ts";
import { findVersion } from "../store/service.ts";
import type { TrackingNumber } from "../tracking-number.ts";

/** What somebody is told who has just sent a petition. */
export interface SentPetition {
  readonly town: Town;
  readonly service: Wording;
  readonly petition: {
    readonly id: string;
    readonly number: TrackingNumber;
    readonly submittedAt: Date;
    readonly deemedReceivedAt: Date;
    readonly dueDay: BangkokDay | null;
    readonly wantsPaper: boolean;
  };
}

/** What became of a citizen's own draft. Refuses one that was not sent, somebody else's and unknown ones alike. */
export async function seeSent(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<SentPetition, DraftMissing>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const draft = await findDraft(ports, tx, actor.personId, draftId);
    if (!draft || draft.petitionId === null) return refuse({ kind: "draft_missing" });
    const petition = await findPetition(tx, draft.agencyId, draft.petitionId);
    const town = await findTownOfAgency(tx, draft.agencyId);
    if (!petition || !town) return refuse({ kind: "draft_missing" });
    const { agencyId, serviceId, serviceVersion } = petition;
    const version = await findVersion(tx, agencyId, serviceId, serviceVersion);
    if (!version) throw new Error("a petition's version is not there");
    return ok({ town, service: version.definition.name, petition });
  });
}
