import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { tellPerson } from "../../notices/store/tell-person.ts";
import type { Ports } from "../../ports.ts";
import { hasDeclaredConflict } from "../desk/conflict.ts";
import { keepsPace } from "../desk/keep-pace.ts";
import { findReached } from "../desk/reach.ts";
import { settleWord } from "../store/citizen-word.ts";
import { insertMessage } from "../store/petition-message.ts";

/** A message holds no more. */
export const longestDeskMessage = 2_000;

export type SayToPetitionerRefusal =
  | { readonly kind: "petition_not_found" }
  /** The officer gave the petition back: they may not act in it (s. 13). */
  | { readonly kind: "conflict_declared" }
  | { readonly kind: "messages_many" }
  | { readonly kind: "message_empty" }
  | { readonly kind: "message_long" };

/**
 * Writes to the citizen of a petition, who is told of it, or (`isInternal`) keeps a note that only officers see. The same
 * request again writes nothing. Refuses more than an hour takes, an officer who declared a conflict, an empty or too long text, and a petition out of the officer's reach as not found.
 */
export async function sayToPetitioner(
  ports: Ports,
  actor: Staff,
  input: {
    readonly petitionId: string;
    readonly text: string;
    readonly isInternal: boolean;
    readonly requestKey: string;
  },
): Promise<Result<undefined, SayToPetitionerRefusal>> {
  const { petitionId, isInternal, requestKey } = input;
  const text = input.text.normalize("NFC").trim();
  if (!(await ports.db.as({ kind: "gate" }, (tx) => keepsPace(ports, tx, actor, "deskMessages")))) {
    return refuse({ kind: "messages_many" });
  }
  return ports.db.as(actor, async (tx) => {
    const petition = await findReached(tx, actor, petitionId);
    if (petition === null) return refuse({ kind: "petition_not_found" });
    if (await hasDeclaredConflict(ports, tx, actor, petition)) return refuse({ kind: "conflict_declared" });
    if (text === "") return refuse({ kind: "message_empty" });
    if (text.length > longestDeskMessage) return refuse({ kind: "message_long" });
    const { agencyId, personId } = petition;
    const [id, saidAt] = [ports.random.uuid(), ports.clock.now()];
    const said = { id, doer: "staff", doerId: actor.staffId, isInternal, text, files: [], saidAt } as const;
    if (!(await insertMessage(ports, tx, petition, said, requestKey))) return ok();
    const action = isInternal ? "petition.noted" : "petition.answered";
    await record(ports, tx, { action, actor, agencyId, personId, subjectId: petitionId });
    if (isInternal) return ok();
    await settleWord(tx, petition);
    await tellPerson(ports, tx, {
      kind: "petition_answered",
      personId,
      refs: { agencyId, petitionId, messageId: id },
    });
    return ok();
  });
}
