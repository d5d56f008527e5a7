import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports, Tx } from "../../ports.ts";
import {
  drawHandOverNumber,
  handOverMakeMinutes,
  handOverMakes,
  handOverMinutes,
} from "../../visits/hand-over.ts";
import { countTry } from "../../visits/store/try-limit.ts";
import type { MakeDraftHandOverRefusal } from "../draft-hand-over.ts";
import { endDraftHandOvers, insertDraftHandOver } from "../store/draft-hand-over.ts";
import { lockDraft, type KeptDraft } from "../store/draft.ts";

const makeLimit = { name: "draft_hand_over_made", minutes: handOverMakeMinutes };
const draws = 8;

/**
 * Gives a citizen six digits to read out at the counter of the draft's agency, so that an officer goes on with that draft
 * (N15). Good for fifteen minutes and once; a new one ends the one before, and with it the officer's way in who had taken
 * that. Refuses somebody else's draft as missing, one that was sent, and more than six numbers in an hour.
 */
export async function makeDraftHandOver(
  ports: Ports,
  actor: Citizen,
  { draftId }: { readonly draftId: string },
): Promise<Result<undefined, MakeDraftHandOverRefusal>> {
  if (!isUuid(draftId)) return refuse({ kind: "draft_missing" });
  const now = ports.clock.now();
  return ports.db.as(actor, async (tx) => {
    const draft = await lockDraft(ports, tx, actor.personId, draftId);
    if (!draft) return refuse({ kind: "draft_missing" });
    const { petitionId, agencyId } = draft;
    if (petitionId !== null) return refuse({ kind: "draft_sent", petitionId });
    const made = await countTry(tx, makeLimit, actor.personId, now);
    if (made > handOverMakes) return refuse({ kind: "hand_over_makes", minutes: handOverMakeMinutes });
    await endDraftHandOvers(tx, { personId: actor.personId, draftId }, now);
    const subjectId = await insertDrawn(ports, tx, draft, now);
    await record(ports, tx, { action: "draft_hand_over.made", actor, agencyId, subjectId });
    return ok();
  });
}

/** Draws numbers until one is free at the agency. */
async function insertDrawn(ports: Ports, tx: Tx, draft: KeptDraft, now: Date): Promise<string> {
  const { agencyId, personId, id: draftId } = draft;
  const diesAt = new Date(now.getTime() + handOverMinutes * 60_000);
  for (let draw = 0; draw < draws; draw += 1) {
    const id = ports.random.uuid();
    const number = drawHandOverNumber(ports.random.bytes(8));
    if (await insertDraftHandOver(tx, { agencyId, id, personId, draftId, number, madeAt: now, diesAt }))
      return id;
  }
  throw new Error("no free number for a draft was drawn");
}
