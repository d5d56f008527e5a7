import type { AccountNoticeKind } from "../../identity/account-notice.ts";
import { citizenLinkPath } from "../../identity/citizen-link.ts";
import { findCitizenLink } from "../../identity/store/citizen-link.ts";
import { findContact } from "../../identity/store/contact.ts";
import { findPerson } from "../../identity/store/person.ts";
import { mailLinkToken } from "../../kernel/mail-link.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { AccountSubject } from "../account-subject.ts";
import { refOf } from "../ref-of.ts";
import type { ClaimedNotice } from "../store.ts";

/** What a mail about an account is about, and where it goes. */
export interface AccountAbout {
  readonly subject: AccountSubject;
  readonly email: string;
}

/**
 * Reads what a mail about somebody's own account is about. A link that proves an address goes to that address; everything
 * else to the one that was proven, or, of things that merely happened, to the only one there is. Null: there is no such
 * person or address, or the link was used or is past its time.
 */
export async function readAccountAbout(
  ports: Ports,
  tx: Tx,
  notice: ClaimedNotice,
  kind: AccountNoticeKind,
): Promise<AccountAbout | null> {
  const person = await findPerson(ports, tx, refOf(notice.refs, "personId"));
  const contact = person && (await findContact(ports, tx, person));
  if (!contact) return null;
  if (kind === "account_email_proof") {
    const told = await readLink(ports, tx, notice, kind, "prove_email");
    return told && { subject: told, email: contact.pendingEmail ?? contact.email };
  }
  if (kind === "account_password_reset") {
    const told = contact.emailProvenAt && (await readLink(ports, tx, notice, kind, "reset_password"));
    return told && { subject: told, email: contact.email };
  }
  return { subject: { kind, at: notice.queuedAt }, email: contact.email };
}

/** Where the link leads: its token is made again from its id, for it stands nowhere. */
async function readLink(
  ports: Ports,
  tx: Tx,
  { refs }: ClaimedNotice,
  kind: "account_email_proof" | "account_password_reset",
  purpose: "prove_email" | "reset_password",
): Promise<AccountSubject | null> {
  const linkId = refOf(refs, "linkId");
  const link = await findCitizenLink(tx, linkId);
  const isOpen = link !== null && link.usedAt === null && ports.clock.now() < link.expiresAt;
  if (!isOpen || link.purpose !== purpose || link.personId !== refs["personId"]) return null;
  const path = citizenLinkPath(purpose, mailLinkToken(ports.keys.citizenLink, linkId));
  return { kind, path, expiresAt: link.expiresAt };
}
