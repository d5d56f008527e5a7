import { record } from "../../audit/store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { findContact, saveContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";
import { termsInForce } from "../terms.ts";

export interface AcceptedTerms {
  /** False: prefix, e-mail and address are still to be given. */
  readonly hasContact: boolean;
}

/**
 * Takes a citizen's yes to the terms of e-Service in force. Who joined under older ones is done; who did not join gives
 * the rest first, and the yes is kept with it. Refuses a version that is no longer in force.
 */
export async function acceptTerms(
  ports: Ports,
  actor: Citizen,
  version: string,
): Promise<Result<AcceptedTerms, { readonly kind: "terms_changed" }>> {
  const now = ports.clock.now();
  if (version !== termsInForce(bangkokDay(now))) return refuse({ kind: "terms_changed" });
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    const contact = person && (await findContact(ports, tx, person));
    await record(ports, tx, { action: "terms.accepted", actor, personId: actor.personId, refs: { version } });
    if (!contact) return ok({ hasContact: false });
    await saveContact(ports, tx, person, { ...contact, termsVersion: version, termsAcceptedAt: now });
    return ok({ hasContact: true });
  });
}
