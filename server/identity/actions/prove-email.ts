import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { maskEmail } from "../../kernel/email.ts";
import { readMailLinkToken } from "../../kernel/mail-link.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findCitizenLink, takeCitizenLink, useUpCitizenLinks } from "../store/citizen-link.ts";
import {
  findContact,
  mayProveEmail,
  provenByAnother,
  saveContact,
  type KeptContact,
} from "../store/contact.ts";
import { findPerson, type KeptPerson } from "../store/person.ts";

export type ProveEmailRefusal =
  | { readonly kind: "link_dead" }
  /** Somebody else has proven this address meanwhile. Whoever reads this has opened its mail. */
  | { readonly kind: "email_taken" };

/** Says which address a link proves, masked. Opening it uses nothing up: mail programs look at links. */
export async function seeProofLink(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<{ readonly maskedEmail: string }, { readonly kind: "link_dead" }>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, token));
  return found ? ok({ maskedEmail: maskEmail(emailOf(found.contact)) }) : refuse({ kind: "link_dead" });
}

/**
 * Proves the address a link was mailed to; it takes the place of the one before. Refuses a link that is used, replaced,
 * outlived or made up, and an address somebody else has proven, also in this very moment: nothing has then changed.
 */
export async function proveEmail(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<undefined, ProveEmailRefusal>> {
  try {
    return await prove(ports, actor, token);
  } catch (fault) {
    if (provenByAnother(fault)) return refuse({ kind: "email_taken" });
    throw fault;
  }
}

async function prove(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<undefined, ProveEmailRefusal>> {
  return ports.db.as(actor, async (tx) => {
    const found = await openedBy(ports, tx, token);
    if (!found) return refuse({ kind: "link_dead" });
    const { person, contact, linkId } = found;
    const email = emailOf(contact);
    if (!(await mayProveEmail(ports, tx, person.id, email))) return refuse({ kind: "email_taken" });
    const now = ports.clock.now();
    const taken = await takeCitizenLink(tx, linkId, "prove_email", now);
    if (!taken) return refuse({ kind: "link_dead" });
    await saveContact(ports, tx, person, { ...contact, email, pendingEmail: null, emailProvenAt: now });
    await useUpCitizenLinks(tx, person.id, "reset_password", now);
    await record(ports, tx, { action: "contact.email_proven", actor, personId: person.id });
    return ok();
  });
}

function emailOf({ email, pendingEmail }: KeptContact) {
  return pendingEmail ?? email;
}

async function openedBy(
  ports: Ports,
  tx: Tx,
  token: string,
): Promise<{ person: KeptPerson; contact: KeptContact; linkId: string } | null> {
  const linkId = readMailLinkToken(ports.keys.citizenLink, token);
  const link = linkId === null ? null : await findCitizenLink(tx, linkId);
  const isOpen =
    link?.purpose === "prove_email" && link.usedAt === null && ports.clock.now() < link.expiresAt;
  const person = isOpen ? await findPerson(ports, tx, link.personId) : null;
  const contact = person && (await findContact(ports, tx, person));
  return person && contact && link ? { person, contact, linkId: link.id } : null;
}
