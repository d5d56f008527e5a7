import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { companionNotice } from "../companion-notice.ts";
import { moveDelegation, type DelegationState } from "../companion.ts";
import { sideOf } from "../delegation-view.ts";
import { fullName } from "../full-name.ts";
import { lockDelegation, saveMove } from "../store/delegation.ts";
import { findPerson } from "../store/person.ts";
import { findReach } from "../store/reach.ts";

export type DelegationAnswer = "agreed" | "refused";

export type AnswerDelegationRefusal =
  | { readonly kind: "session_locked" }
  | { readonly kind: "delegation_missing" }
  | { readonly kind: "delegation_move_refused"; readonly state: DelegationState };

/**
 * The represented person's own yes or no, in their own LINE; both people are told. A yes tells the asker the name.
 * The same answer again changes nothing and is no refusal. Refuses a session whose PIN was not given within its
 * time, somebody else's delegation as missing, and an answer to what has ended, lapsed or was answered otherwise.
 */
export async function answerDelegation(
  ports: Ports,
  actor: Citizen,
  { delegationId, answer }: { readonly delegationId: string; readonly answer: DelegationAnswer },
): Promise<Result<undefined, AnswerDelegationRefusal>> {
  if (!actor.unlocked) return refuse({ kind: "session_locked" });
  const now = ports.clock.now();
  const reach = await ports.db.as({ kind: "gate" }, (tx) => findReach(tx, actor.channel, delegationId));
  return ports.db.as(actor, async (tx) => {
    const kept = await lockDelegation(ports, tx, delegationId);
    if (!kept || !reach || sideOf(kept, actor.personId) !== "represented") {
      return refuse({ kind: "delegation_missing" });
    }
    if (kept.state === answer) return ok();
    const moved = moveDelegation(kept, answer, "represented", bangkokDay(now));
    if (!moved.ok) return moved;
    const forName = answer === "agreed" ? fullName(await findPerson(ports, tx, actor.personId)) : null;
    await saveMove(ports, tx, kept, { to: answer, at: now, by: actor.personId, way: "line", forName });
    await record(ports, tx, {
      action: `delegation.${answer}`,
      actor,
      subjectId: kept.id,
      refs: { way: "line", asker: kept.askerId },
    });
    const kind = answer === "agreed" ? "companion_agreed" : "companion_refused";
    for (const told of [reach.asker, reach.represented]) {
      const notice = companionNotice(kind, told, kept.id);
      if (notice) await queue(ports, tx, notice);
    }
    return ok();
  });
}
