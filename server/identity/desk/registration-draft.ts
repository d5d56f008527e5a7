import type { Visitor } from "../../kernel/actor.ts";
import { ok, type Refusal, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  noRegistrationAnswers,
  register,
  registrationStep,
  registrationVersion,
  type RegistrationAnswers,
  type RegistrationEvent,
  type RegistrationStep,
} from "../registration.ts";
import type { StepOutOfOrder } from "../step-walk.ts";
import { lockDraft, saveDraft, startDraft, type Draft, type DraftOf } from "../store/draft.ts";

export type RegistrationDraft = Draft<RegistrationAnswers>;
export type WalkRefusal = StepOutOfOrder<RegistrationStep>;

/** The step that comes next, once an answer was taken. */
export interface NextStep {
  readonly step: RegistrationStep;
}

/** The visitor's open draft, held; a new one, with nothing answered, when there is none. */
export async function holdDraft(ports: Ports, tx: Tx, actor: Visitor): Promise<RegistrationDraft> {
  const of = draftOf(actor);
  const kept = await lockDraft<RegistrationAnswers>(ports, tx, of);
  if (kept) return kept;
  const answers = noRegistrationAnswers;
  const step = registrationStep(answers);
  return startDraft(ports, tx, of, { id: ports.random.uuid(), step, answers, now: ports.clock.now() });
}

/**
 * Takes one answer in a transaction of its own: holds the draft, lets `decide` judge it, applies the event and keeps
 * the draft. Refuses what `decide` refuses, and a step out of order. Nothing that was answered before is lost.
 */
export async function takeAnswer<R extends Refusal>(
  ports: Ports,
  actor: Visitor,
  decide: (
    draft: RegistrationDraft,
    tx: Tx,
  ) => Promise<Result<RegistrationEvent, R>> | Result<RegistrationEvent, R>,
): Promise<Result<NextStep, R | WalkRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const draft = await holdDraft(ports, tx, actor);
    const event = await decide(draft, tx);
    if (!event.ok) return event;
    return applyEvent(ports, tx, draft, event.value);
  });
}

/** Applies one event to a draft that is held, and keeps it. */
export async function applyEvent(
  ports: Ports,
  tx: Tx,
  draft: RegistrationDraft,
  event: RegistrationEvent,
): Promise<Result<NextStep, WalkRefusal>> {
  const answers = register(draft.answers, event);
  if (!answers.ok) return answers;
  const step = registrationStep(answers.value);
  await saveDraft(ports, tx, { ...draft, answers: answers.value }, step, ports.clock.now());
  return ok({ step });
}

function draftOf({ channel, lineUserId }: Visitor): DraftOf {
  return { user: { channel, lineUserId }, kind: "registration", version: registrationVersion };
}
