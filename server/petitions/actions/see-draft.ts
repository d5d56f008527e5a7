import { walkAnswers, type AnswersWalk } from "../../forms/answers.ts";
import { findPerson } from "../../identity/store/person.ts";
import { isAtLeast } from "../../identity/assurance.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import type { Town } from "../catalogue.ts";
import { deemedReceipt } from "../deemed-receipt.ts";
import { formOfDraft } from "../desk/draft-form.ts";
import type { DraftMissing, DraftSent, ServiceClosed } from "../draft.ts";
import { dueFrom } from "../due.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { findCalendar } from "../store/calendar.ts";
import { findTownOfAgency } from "../store/catalogue.ts";
import { listDraftFiles, type DraftFile } from "../store/attachment.ts";
import { lockDraft, type KeptDraft } from "../store/draft.ts";
import type { KeptService } from "../store/service.ts";

export interface SeenDraft {
  readonly draft: KeptDraft;
  readonly town: Town;
  readonly service: KeptService;
  readonly definition: ServiceDefinition;
  readonly files: readonly DraftFile[];
  readonly walk: AnswersWalk;
  /** False: the rung of assurance is too low to send it. */
  readonly isHighEnough: boolean;
  /** What would be told of receipt and answer, were it sent now. */
  readonly ifSent: { readonly deemedReceivedAt: Date; readonly dueDay: BangkokDay | null };
}

/**
 * A citizen's own draft with its form, in the newest version (see `formOfDraft`), and where it stands. Refuses somebody
 * else's and unknown ones alike, one that was sent, and one whose service is offered no more.
 */
export async function seeDraft(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<SeenDraft, DraftMissing | DraftSent | ServiceClosed>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDraft(ports, tx, actor.personId, draftId);
    if (!kept) return refuse({ kind: "draft_missing" });
    if (kept.petitionId !== null) return refuse({ kind: "draft_sent", petitionId: kept.petitionId });
    const found = await formOfDraft(ports, tx, kept);
    const town = await findTownOfAgency(tx, kept.agencyId);
    const person = await findPerson(ports, tx, actor.personId);
    if (!found || !town || !person) return refuse({ kind: "service_closed" });
    const { draft, service, definition } = found;
    const calendar = await findCalendar(tx, draft.agencyId, bangkokDay(now));
    const deemedReceivedAt = deemedReceipt(calendar, now);
    const due = dueFrom(calendar, definition, deemedReceivedAt, []);
    return ok({
      ...{ draft, town, service, definition },
      files: await listDraftFiles(ports, tx, actor.personId, draftId),
      walk: walkAnswers(definition.form, draft.content.answers, now),
      isHighEnough: isAtLeast(person.assurance, definition.assurance),
      ifSent: { deemedReceivedAt, dueDay: due?.kind === "running" ? due.dueDay : null },
    });
  });
}
