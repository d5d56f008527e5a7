import type { AnswersWalk } from "../../forms/answers.ts";
import { walkAnswers } from "../../forms/answers.ts";
import type { CounterPerson } from "../../identity/counter-person.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { formOfDraft, type FormOfDraft } from "../desk/draft-form.ts";
import { lockConfirmed } from "../desk/handed-draft.ts";
import { lookAtHanded } from "../desk/look-at-handed.ts";
import type { HandedRefusal } from "../draft-hand-over.ts";
import type { DraftSent, ServiceClosed } from "../draft.ts";
import { listDraftFiles, type DraftFile } from "../store/attachment.ts";

/** A draft that was handed over, with its form in the newest version. */
export interface HandedForm extends FormOfDraft {
  readonly handOverId: string;
  readonly files: readonly DraftFile[];
  readonly walk: AnswersWalk;
}

type Refusal = HandedRefusal | DraftSent | ServiceClosed;

/**
 * Opens the form of a draft for the officer who took and confirmed it: answers, files and whose it is. The look is
 * written. Refuses what `lockConfirmed` refuses, and a service that is offered no more.
 */
export async function openHandedForm(
  ports: Ports,
  actor: Staff,
  { handOverId }: { readonly handOverId: string },
): Promise<Result<HandedForm & { readonly person: CounterPerson }, Refusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await readForm(ports, tx, actor, handOverId);
    if (!found.ok) return found;
    const { personId } = found.value.draft;
    return ok({ ...found.value, person: await lookAtHanded(ports, tx, actor, { handOverId, personId }) });
  });
}

/** The same for a form that lies open: the look was written when it was opened, and nobody is told of each of its posts. */
export async function seeHandedForm(
  ports: Ports,
  actor: Staff,
  { handOverId }: { readonly handOverId: string },
): Promise<Result<HandedForm, Refusal>> {
  return ports.db.as(actor, (tx) => readForm(ports, tx, actor, handOverId));
}

async function readForm(
  ports: Ports,
  tx: Tx,
  actor: Staff,
  handOverId: string,
): Promise<Result<HandedForm, Refusal>> {
  const held = await lockConfirmed(ports, tx, actor, handOverId);
  if (!held.ok) return held;
  const found = await formOfDraft(ports, tx, held.value.draft);
  if (!found) return refuse({ kind: "service_closed" });
  const { draft, definition } = found;
  const files = await listDraftFiles(ports, tx, draft.personId, draft.id);
  const walk = walkAnswers(definition.form, draft.content.answers, ports.clock.now());
  return ok({ ...found, handOverId, files, walk });
}
