import { record } from "../../audit/store.ts";
import type { Visitor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { holdJoin, joinDraftOf, keepJoin } from "../desk/join-draft.ts";
import { begunJoin } from "../join-draft.ts";
import { limits } from "../limit.ts";
import { countUp } from "../store/limit.ts";
import { startDraft } from "../store/draft.ts";
import { termsInForce, type AgencyYes } from "../terms.ts";

export type BeginJoinRefusal = { readonly kind: "terms_changed" } | { readonly kind: "join_limit" };

/**
 * Takes somebody's yes to the terms of e-Service, which begins a draft; one that was begun goes on, with all that was
 * typed. Refuses a version that is no longer in force, and more beginnings from one address than a whole office makes.
 */
export async function beginJoin(
  ports: Ports,
  actor: Visitor,
  input: {
    readonly termsVersion: string;
    /** The own terms of the agency they came from, which were accepted with ours. */
    readonly agencyYes?: AgencyYes | null;
    readonly address: string;
  },
): Promise<Result<undefined, BeginJoinRefusal>> {
  const { termsVersion, agencyYes = null, address } = input;
  const now = ports.clock.now();
  if (termsVersion !== termsInForce(bangkokDay(now))) return refuse({ kind: "terms_changed" });
  return ports.db.as(actor, async (tx) => {
    const count = address === "" ? 0 : await countUp(tx, limits.joinsBegun, address, now);
    if (count > limits.joinsBegun.most) return refuse({ kind: "join_limit" });
    const draft = await holdJoin(ports, tx, actor);
    if (draft) await keepJoin(ports, tx, draft, { termsVersion, agencyYes });
    else {
      const made = {
        id: ports.random.uuid(),
        step: "form",
        answers: begunJoin(termsVersion, agencyYes),
        now,
      };
      await startDraft(ports, tx, joinDraftOf(actor), made);
    }
    await record(ports, tx, { action: "terms.accepted", actor, refs: { version: termsVersion } });
    return ok();
  });
}
