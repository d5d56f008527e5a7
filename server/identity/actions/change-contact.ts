import { record } from "../../audit/store.ts";
import type { Citizen, Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports } from "../../ports.ts";
import { keepContact } from "../desk/contact.ts";
import { judgeWholeContact } from "../desk/join-form.ts";
import { proveStepUp } from "../desk/step-up.ts";
import type { StepUpRefusal } from "../step-up.ts";
import type { JoinRefused, TypedJoin } from "../join.ts";
import { lockAccount } from "../store/account.ts";
import { findContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";

export type ChangeContactRefusal =
  | JoinRefused
  | { readonly kind: "step_up_refused"; readonly why: StepUpRefusal }
  | { readonly kind: "not_joined" };

const gate: Gate = { kind: "gate" };

/**
 * Changes prefix, e-mail and address of a citizen who proves again that it is them. Another e-mail takes the place of a
 * proven one only once its link was opened, and the one so far is told. Refuses what is wrong in the form, before a try
 * is counted, a wrong PIN or password, and somebody who did not join.
 */
export async function changeContact(
  ports: Ports,
  actor: Citizen,
  input: { readonly typed: TypedJoin; readonly proof: string },
): Promise<Result<undefined, ChangeContactRefusal>> {
  const judged = await judgeWholeContact(ports, input.typed);
  if (!judged.ok) return judged;
  const proven = await proveStepUp(ports, actor, input.proof);
  if (!proven.ok) return refuse({ kind: "step_up_refused", why: proven.refusal });
  return ports.db.as(gate, async (tx) => {
    await lockAccount(tx, actor.personId);
    const person = await findPerson(ports, tx, actor.personId);
    const before = person && (await findContact(ports, tx, person));
    if (!before) return refuse({ kind: "not_joined" });
    const refs = { personId: person.id };
    const isOther = judged.value.email !== before.email;
    if (isOther && before.emailProvenAt !== null) {
      await queue(ports, tx, { kind: "account_email_changed", medium: "mail", personId: person.id, refs });
    }
    await keepContact(ports, tx, person, judged.value, before.termsVersion);
    await record(ports, tx, {
      action: "contact.changed",
      actor,
      personId: person.id,
      refs: { email: isOther },
    });
    return ok();
  });
}
