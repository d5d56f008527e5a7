import type { Citizen } from "../../kernel/actor.ts";
import { maskEmail } from "../../kernel/email.ts";
import { listIdCheckers } from "../../petitions/store/local-government.ts";
import type { Ports } from "../../ports.ts";
import { fullName } from "../full-name.ts";
import { idCheckShown, type IdCheckShown } from "../id-check-shown.ts";
import { findCheckStanding } from "../store/check-standing.ts";
import { findContact } from "../store/contact.ts";
import { findPerson } from "../store/person.ts";

/** The first page of e-Service: who, how far that was checked, and an e-mail that waits to be proven. */
export interface Welcome {
  readonly name: string | null;
  readonly check: IdCheckShown;
  /** Where ID pictures are sent: the agency they were sent to, or the only one there is; null: it is to be chosen. */
  readonly slug: string | null;
  /** Masked; null: there is nothing to prove. */
  readonly emailToProve: string | null;
}

/** Reads a citizen's first page. A check that was passed at one agency holds at all. */
export function seeWelcome(ports: Ports, actor: Citizen): Promise<Welcome> {
  return ports.db.as(actor, async (tx) => {
    const person = await findPerson(ports, tx, actor.personId);
    if (!person) throw new Error("a citizen without a person");
    const [contact, standing] = await Promise.all([
      findContact(ports, tx, person),
      findCheckStanding(tx, person.id),
    ]);
    const [only, ...others] = await listIdCheckers(tx, standing, 2);
    const toProve = contact?.pendingEmail ?? (contact?.emailProvenAt ? null : contact?.email);
    return {
      name: fullName(person),
      check: idCheckShown(person.assurance, standing?.state ?? null),
      slug: only && others.length === 0 ? only.slug : null,
      emailToProve: toProve ? maskEmail(toProve) : null,
    };
  });
}
