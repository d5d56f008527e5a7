import { queue } from "../../notices/store.ts";
import type { Email } from "../../kernel/email.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ContactFacts } from "../contact.ts";
import { limits } from "../limit.ts";
import { insertCitizenLink, useUpCitizenLinks } from "../store/citizen-link.ts";
import { findContact, saveContact, type ContactOwner, type KeptContact } from "../store/contact.ts";
import { countUp } from "../store/limit.ts";

/**
 * Keeps prefix, e-mail and address of a person, with the terms they accepted. A proven address stays in use until the
 * new one is proven; one that never was proven is replaced. The link that proves goes to the new one. Runs as the gate.
 */
export async function keepContact(
  ports: Ports,
  tx: Tx,
  person: ContactOwner,
  facts: ContactFacts,
  termsVersion: string,
): Promise<void> {
  const now = ports.clock.now();
  const before = await findContact(ports, tx, person);
  const isSameTerms = before?.termsVersion === termsVersion;
  await saveContact(ports, tx, person, {
    ...facts,
    ...emailsOf(before, facts.email),
    termsVersion,
    termsAcceptedAt: isSameTerms ? before.termsAcceptedAt : now,
    savedAt: now,
  });
  const isProven = before?.emailProvenAt != null && before.email === facts.email;
  if (!isProven) await sendProof(ports, tx, person.id);
}

function emailsOf(
  before: KeptContact | null,
  email: Email,
): Pick<KeptContact, "email" | "pendingEmail" | "emailProvenAt"> {
  if (!before?.emailProvenAt) return { email, pendingEmail: null, emailProvenAt: null };
  const pendingEmail = before.email === email ? null : email;
  return { email: before.email, pendingEmail, emailProvenAt: before.emailProvenAt };
}

/**
 * Mails the link that proves an address; those sent before are dead. False: too many in an hour, and none was sent. Runs
 * as the gate.
 */
export async function sendProof(ports: Ports, tx: Tx, personId: string): Promise<boolean> {
  const now = ports.clock.now();
  // A link speaks of whatever address stands when it is opened, so none may outlive a change.
  await useUpCitizenLinks(tx, personId, "prove_email", now);
  const count = await countUp(tx, limits.linksPerPerson, `prove/${personId}`, now);
  if (count > limits.linksPerPerson.most) return false;
  const link = await insertCitizenLink(ports, tx, personId, "prove_email");
  const refs = { personId, linkId: link.id };
  await queue(ports, tx, {
    kind: "account_email_proof",
    medium: "mail",
    personId,
    refs,
    diesAt: link.expiresAt,
  });
  return true;
}
