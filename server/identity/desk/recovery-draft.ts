import type { LineUser } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  noRecoveryAnswers,
  recover,
  recoveryPauseMinutes,
  recoveryStep,
  recoveryVersion,
  type RecoveryAnswers,
  type RecoveryEvent,
  type RecoveryStep,
} from "../recovery.ts";
import type { StepOutOfOrder } from "../step-walk.ts";
import { lockDraft, saveDraft, startDraft, type Draft } from "../store/draft.ts";

export type RecoveryDraft = Draft<RecoveryAnswers>;
export type RecoveryWalkRefusal = StepOutOfOrder<RecoveryStep>;

/**
 * The citizen's open recovery, held; a new one when there is none, or when the last step is too long ago. Runs as the
 * visitor the citizen also is.
 */
export async function holdRecovery(
  ports: Ports,
  tx: Tx,
  { channel, lineUserId }: LineUser,
): Promise<RecoveryDraft> {
  const now = ports.clock.now();
  const changedSince = new Date(now.getTime() - recoveryPauseMinutes * 60_000);
  const of = {
    user: { channel, lineUserId },
    kind: "recovery",
    version: recoveryVersion,
    changedSince,
  } as const;
  const kept = await lockDraft<RecoveryAnswers>(ports, tx, of);
  if (kept) return kept;
  const answers = noRecoveryAnswers;
  return startDraft(ports, tx, of, { id: ports.random.uuid(), step: recoveryStep(answers), answers, now });
}

/** Applies one event to a recovery that is held, and keeps it. Refuses a step out of order. */
export async function applyRecovery(
  ports: Ports,
  tx: Tx,
  draft: RecoveryDraft,
  event: RecoveryEvent,
): Promise<Result<{ readonly step: RecoveryStep }, RecoveryWalkRefusal>> {
  const answers = recover(draft.answers, event);
  if (!answers.ok) return answers;
  const step = recoveryStep(answers.value);
  await saveDraft(ports, tx, { ...draft, answers: answers.value }, step, ports.clock.now());
  return ok({ step });
}
