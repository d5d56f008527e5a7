import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import { draftHandOverState, type HandedRefusal } from "../draft-hand-over.ts";
import type { DraftSent } from "../draft.ts";
import { findTakenDraftHandOver, type KeptDraftHandOver } from "../store/draft-hand-over.ts";
import { lockDraft, type KeptDraft } from "../store/draft.ts";

/** A draft that an officer goes on with, held. */
export interface HandedDraft {
  readonly handOver: KeptDraftHandOver;
  readonly draft: KeptDraft;
}

/**
 * The draft behind a hand-over that this officer took, held until the transaction ends. Refuses another's as missing, one
 * that is over (its hour is past, the citizen took it back or threw the draft away), and one that was sent meanwhile.
 */
export async function lockHanded(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  handOverId: string,
): Promise<Result<HandedDraft, HandedRefusal | DraftSent>> {
  const handOver = isUuid(handOverId) ? await findTakenDraftHandOver(tx, staff, handOverId) : null;
  if (!handOver) return refuse({ kind: "hand_over_missing" });
  const draft = await lockDraft(ports, tx, handOver.personId, handOver.draftId);
  if (!draft) return refuse({ kind: "hand_over_over" });
  const { petitionId } = draft;
  if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
  const isOpen = draftHandOverState({ ...handOver, petitionId }, ports.clock.now()) === "taken";
  return isOpen ? ok({ handOver, draft }) : refuse({ kind: "hand_over_over" });
}

/** The same, once the officer has confirmed by the card whose it is; before that it is refused as missing. */
export async function lockConfirmed(
  ports: Ports,
  tx: Tx,
  staff: Staff,
  handOverId: string,
): Promise<Result<HandedDraft, HandedRefusal | DraftSent>> {
  const held = await lockHanded(ports, tx, staff, handOverId);
  return held.ok && held.value.handOver.confirmedAt === null ? refuse({ kind: "hand_over_missing" }) : held;
}
