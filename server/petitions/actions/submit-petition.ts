import { judgeAnswers } from "../../forms/answers.ts";
import { isAtLeast } from "../../identity/assurance.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { formOfDraft, type FormOfDraft } from "../desk/draft-form.ts";
import { filePetition } from "../desk/file-petition.ts";
import { filesIn, type SubmitRefusal } from "../draft.ts";
import type { PetitionVia } from "../petition.ts";
import { listDraftFiles, tieAttachments } from "../store/attachment.ts";
import { closeDraft, lockDraft } from "../store/draft.ts";

export interface SubmitInput {
  readonly draftId: string;
  /** The version of the draft that was looked at before sending. */
  readonly seen: number;
  readonly via: PetitionVia;
  /** "ขอรับเป็นเอกสาร" (Electronic Official Performance Act 2565, s. 11). */
  readonly wantsPaper: boolean;
}

/**
 * Files a draft as a petition (E3.3): judged wholly, hidden fields left out, its files the person's own of this draft
 * and field. The draft's own id is the key of the request, so however often and from wherever it is sent, there is one
 * petition. Refuses somebody else's draft as missing; a service that is offered no more; a form that changed and answers
 * another window saved, so that nothing goes unseen; what is wrong, by path; and a rung of assurance that is too low.
 */
export async function submitPetition(
  ports: Ports,
  actor: Citizen,
  input: SubmitInput,
): Promise<Result<{ readonly petitionId: string }, SubmitRefusal>> {
  if (!isUuid(input.draftId)) return refuse({ kind: "draft_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDraft(ports, tx, actor.personId, input.draftId);
    if (!kept) return refuse({ kind: "draft_missing" });
    if (kept.petitionId !== null) return ok({ petitionId: kept.petitionId });
    const { version, savedAt } = kept;
    if (version !== input.seen) return refuse({ kind: "draft_changed", version, savedAt });
    const found = await formOfDraft(ports, tx, kept);
    if (!found) return refuse({ kind: "service_closed" });
    if (found.isMoved) return refuse({ kind: "form_changed" });
    return submit(ports, tx, actor, found, input);
  });
}

async function submit(
  ports: Ports,
  tx: Tx,
  actor: Citizen,
  found: FormOfDraft,
  input: SubmitInput,
): Promise<Result<{ readonly petitionId: string }, SubmitRefusal>> {
  const { draft, service, definition } = found;
  const { personId, id: draftId } = draft;
  const judged = judgeAnswers(definition.form, draft.content.answers, ports.clock.now());
  if (!judged.ok) return judged;
  const { accepted: answers } = judged.value;
  const person = await findPerson(ports, tx, personId);
  const needed = definition.assurance;
  if (!person || !isAtLeast(person.assurance, needed)) return refuse({ kind: "assurance_low", needed });
  const own = await listDraftFiles(ports, tx, personId, draftId);
  const answered = filesIn(definition.form, answers);
  const foreign = answered.filter((one) => !own.some((file) => file.id === one.id && file.field === one.key));
  if (foreign.length > 0) {
    const problems = foreign.map(({ path }) => ({ path, refusal: { kind: "file_id" } as const }));
    return refuse({ kind: "answers_wrong", problems });
  }
  const petition = await filePetition(ports, tx, actor, {
    ...{ personId, service, definition, answers, version: draft.serviceVersion, requestKey: draftId },
    ...{ via: input.via, wantsPaper: input.wantsPaper },
  });
  const ids = [...new Set(answered.map(({ id }) => id))];
  if ((await tieAttachments(tx, { personId, draftId }, ids, petition.id)) !== ids.length) {
    throw new Error("a file of a draft that was there is not");
  }
  await closeDraft(ports, tx, draft, petition.id);
  return ok({ petitionId: petition.id });
}
