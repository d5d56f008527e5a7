import { judgeAnswers } from "../../forms/answers.ts";
import { isAtLeast } from "../../identity/assurance.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Citizen, Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { filesIn, type DraftMissing, type SubmitRefusal } from "../draft.ts";
import type { PetitionVia } from "../petition.ts";
import { listDraftFiles, tieAttachments } from "../store/attachment.ts";
import { endDraftHandOvers } from "../store/draft-hand-over.ts";
import { closeDraft, type KeptDraft } from "../store/draft.ts";
import { formOfDraft, type FormOfDraft } from "./draft-form.ts";
import { keepsPace } from "./keep-pace.ts";
import { filePetition } from "./file-petition.ts";

export interface Sending {
  /** The version of the draft that was looked at before sending. */
  readonly seen: number;
  readonly via: PetitionVia;
  /** "ขอรับเป็นเอกสาร" (Electronic Official Performance Act 2565, s. 11). */
  readonly wantsPaper: boolean;
}

/**
 * Files a draft that is held as a petition (E3.3): judged wholly, hidden fields left out, its files the person's own of
 * this draft and field. The draft's own id is the key of the request, so however often and from wherever it is sent, there
 * is one petition, and its number at the counter is over. Refuses a service that is offered no more; a form that changed
 * and answers somebody else saved, so that nothing goes unseen; what is wrong, by path; and of a citizen a rung of assurance
 * that is too low, and more petitions than a day takes: whom an officer has before them the officer saw.
 */
export async function sendDraft(
  ports: Ports,
  tx: Tx,
  actor: Citizen | Staff,
  kept: KeptDraft,
  sending: Sending,
): Promise<Result<{ readonly petitionId: string }, Exclude<SubmitRefusal, DraftMissing>>> {
  if (kept.petitionId !== null) return ok({ petitionId: kept.petitionId });
  const { version, savedAt } = kept;
  if (version !== sending.seen) return refuse({ kind: "draft_changed", version, savedAt });
  const found = await formOfDraft(ports, tx, kept);
  if (!found) return refuse({ kind: "service_closed" });
  if (found.isMoved) return refuse({ kind: "form_changed" });
  return send(ports, tx, actor, found, sending);
}

async function send(
  ports: Ports,
  tx: Tx,
  actor: Citizen | Staff,
  found: FormOfDraft,
  { via, wantsPaper }: Sending,
): Promise<Result<{ readonly petitionId: string }, Exclude<SubmitRefusal, DraftMissing>>> {
  const { draft, service, definition } = found;
  const { personId, id: draftId } = draft;
  const judged = judgeAnswers(definition.form, draft.content.answers, ports.clock.now());
  if (!judged.ok) return judged;
  const { accepted: answers } = judged.value;
  const needed = definition.assurance;
  if (actor.kind === "citizen") {
    const person = await findPerson(ports, tx, personId);
    if (!person || !isAtLeast(person.assurance, needed)) return refuse({ kind: "assurance_low", needed });
  }
  if (actor.kind === "citizen" && !(await keepsPace(ports, tx, actor, "petitions"))) {
    return refuse({ kind: "petitions_many" });
  }
  const own = await listDraftFiles(ports, tx, personId, draftId);
  const answered = filesIn(definition.form, answers);
  const foreign = answered.filter((one) => !own.some((file) => file.id === one.id && file.field === one.key));
  if (foreign.length > 0) {
    const problems = foreign.map(({ path }) => ({ path, refusal: { kind: "file_id" } as const }));
    return refuse({ kind: "answers_wrong", problems });
  }
  const petition = await filePetition(ports, tx, actor, {
    ...{ personId, service, definition, answers, version: draft.serviceVersion, requestKey: draftId },
    ...{ via, wantsPaper },
  });
  const ids = [...new Set(answered.map(({ id }) => id))];
  if ((await tieAttachments(tx, { personId, draftId }, ids, petition.id)) !== ids.length) {
    throw new Error("a file of a draft that was there is not");
  }
  await closeDraft(ports, tx, draft, petition.id);
  await endDraftHandOvers(tx, { personId, draftId }, ports.clock.now());
  return ok({ petitionId: petition.id });
}
