import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { companionNotice } from "../companion-notice.ts";
import { moveDelegation, type DelegationState } from "../companion.ts";
import { fullName } from "../full-name.ts";
import type { RelationPaper } from "../relation-paper.ts";
import { lockDelegation, saveMove, type KeptDelegation } from "../store/delegation.ts";
import { listLineLinks } from "../store/line-links.ts";
import { findPerson, findPersonByNumber } from "../store/person.ts";

export type JudgeRelationRefusal =
  | { readonly kind: "relation_missing" }
  | { readonly kind: "delegation_move_refused"; readonly state: DelegationState };

/**
 * A clerk's yes or no to a relation by word, after seeing the papers (N5); both people are told. The clerk names the
 * asker by the number on the card in hand, so that no id that was guessed is judged. The same judgement again changes
 * nothing and is no refusal. Refuses a relation of somebody else as missing, and one that does not wait for a clerk.
 */
export async function judgeRelation(
  ports: Ports,
  actor: Staff,
  input: {
    readonly delegationId: string;
    readonly askerCitizenId: CitizenId;
    readonly judgement: "agreed" | "refused";
    readonly paper: RelationPaper;
  },
): Promise<Result<undefined, JudgeRelationRefusal>> {
  if (!isUuid(input.delegationId)) return refuse({ kind: "relation_missing" });
  const asker = await ports.db.as({ kind: "gate" }, (tx) =>
    findPersonByNumber(ports, tx, input.askerCitizenId),
  );
  return ports.db.as({ kind: "system", job: "relations" }, async (tx) => {
    const kept = await lockDelegation(ports, tx, input.delegationId);
    if (!kept || kept.askerId !== asker?.id) return refuse({ kind: "relation_missing" });
    if (kept.state === input.judgement) return ok();
    const now = ports.clock.now();
    const moved = moveDelegation(kept, input.judgement, "clerk", bangkokDay(now));
    if (!moved.ok) return moved;
    const forName = input.judgement === "agreed" ? fullName(await findPerson(ports, tx, kept.forId)) : null;
    await saveMove(ports, tx, kept, {
      to: input.judgement,
      at: now,
      by: actor.staffId,
      way: "clerk",
      forName,
    });
    await record(ports, tx, {
      action: `delegation.${input.judgement}`,
      actor,
      personId: kept.askerId,
      subjectId: kept.id,
      refs: { way: "clerk", paper: input.paper, for: kept.forId },
    });
    await tellBoth(ports, tx, kept, input.judgement);
    return ok();
  });
}

async function tellBoth(
  ports: Ports,
  tx: Tx,
  { id, askerId, forId }: KeptDelegation,
  judgement: "agreed" | "refused",
): Promise<void> {
  const kind = judgement === "agreed" ? "companion_agreed" : "companion_refused";
  for (const personId of [askerId, forId]) {
    for (const { channel, lineUserId } of await listLineLinks(tx, personId)) {
      const notice = companionNotice(kind, { personId, channel, lineUserId }, id);
      if (notice) await queue(ports, tx, notice);
    }
  }
}
