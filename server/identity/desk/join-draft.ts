import type { LineUser, Visitor } from "../../kernel/actor.ts";
import type { Ports, Tx } from "../../ports.ts";
import { joinVersion, type JoinAnswers } from "../join-draft.ts";
import { findDraft, lockDraft, saveDraft, type Draft, type DraftOf } from "../store/draft.ts";

export type JoinDraft = Draft<JoinAnswers>;

/** Which draft is a visitor's way into e-Service. */
export function joinDraftOf({ channel, lineUserId }: LineUser): DraftOf {
  return { user: { channel, lineUserId }, kind: "join", version: joinVersion };
}

/** The visitor's open draft, held; null: the terms were not accepted. */
export function holdJoin(ports: Ports, tx: Tx, actor: Visitor): Promise<JoinDraft | null> {
  return lockDraft<JoinAnswers>(ports, tx, joinDraftOf(actor));
}

/** The same, only read. */
export function seeJoinDraft(ports: Ports, tx: Tx, actor: Visitor): Promise<JoinDraft | null> {
  return findDraft<JoinAnswers>(ports, tx, joinDraftOf(actor));
}

/** Keeps what changed in a draft that is held. */
export async function keepJoin(
  ports: Ports,
  tx: Tx,
  draft: JoinDraft,
  change: Partial<JoinAnswers>,
): Promise<void> {
  const answers = { ...draft.answers, ...change };
  const step = answers.whole === null ? "form" : "otp";
  await saveDraft(ports, tx, { ...draft, answers }, step, ports.clock.now());
}
