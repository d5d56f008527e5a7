import { record } from "../../audit/store.ts";
import type { Citizen, Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { sendProof } from "../desk/contact.ts";
import { findContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";

export type ResendProofRefusal = { readonly kind: "nothing_to_prove" } | { readonly kind: "mail_limit" };

const gate: Gate = { kind: "gate" };

/** Mails the link that proves the own address again. Refuses when it is proven, and more than five in an hour. */
export async function resendProof(
  ports: Ports,
  actor: Citizen,
): Promise<Result<undefined, ResendProofRefusal>> {
  return ports.db.as(gate, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    const contact = person && (await findContact(ports, tx, person));
    if (!contact || (contact.emailProvenAt !== null && contact.pendingEmail === null)) {
      return refuse({ kind: "nothing_to_prove" });
    }
    if (!(await sendProof(ports, tx, person.id))) return refuse({ kind: "mail_limit" });
    await record(ports, tx, { action: "contact.proof_resent", actor, personId: person.id });
    return ok();
  });
}
