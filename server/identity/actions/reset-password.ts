import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { readMailLinkToken } from "../../kernel/mail-link.ts";
import { parseNewPassword, type PasswordRefusal } from "../../kernel/password.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hashCitizenPassword, knownOfCitizen } from "../desk/citizen-password.ts";
import { tellPasswordSet } from "../desk/tell-password.ts";
import { endWebSessions } from "../desk/web-sessions.ts";
import { findCitizenLink, takeCitizenLink, useUpCitizenLinks } from "../store/citizen-link.ts";
import { putPassword } from "../store/citizen-password.ts";
import { findContact } from "../store/contact.ts";
import { findPerson, type KeptPerson } from "../store/person.ts";
import { findPhone } from "../store/phone.ts";

export type LinkDead = { readonly kind: "link_dead" };
export type ResetPasswordRefusal = LinkDead | PasswordRefusal | { readonly kind: "password_again" };

/** Says whether a link to a new password is good. Opening it uses nothing up: mail programs look at links. */
export async function seeResetLink(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<undefined, LinkDead>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, token));
  return found ? ok() : refuse({ kind: "link_dead" });
}

/**
 * Sets the password a link was mailed for, which uses it up with every other of the person. Their web sessions end, the
 * tries start over, a lock opens, and a mail tells of it. Refuses a dead link and what `parseNewPassword` refuses, which
 * leaves the link as it was; of two uses at the same moment one is refused.
 */
export async function resetPassword(
  ports: Ports,
  actor: Gate,
  input: { readonly token: string; readonly password: string; readonly again: string },
): Promise<Result<undefined, ResetPasswordRefusal>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, input.token));
  if (!found) return refuse({ kind: "link_dead" });
  const { person, own, linkId } = found;
  const password = parseNewPassword(input.password, own, "alone");
  if (!password.ok) return password;
  if (input.again.normalize("NFKC") !== password.value) return refuse({ kind: "password_again" });
  const hash = await hashCitizenPassword(ports, person.citizenId, password.value);
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const link = await takeCitizenLink(tx, linkId, "reset_password", now);
    if (link?.personId !== person.id) return refuse({ kind: "link_dead" });
    await putPassword(tx, person.id, hash, now);
    await useUpCitizenLinks(tx, person.id, "reset_password", now);
    const ended = await endWebSessions(tx, person.id, now);
    await tellPasswordSet(ports, tx, person.id);
    await record(ports, tx, {
      action: "citizen_password.reset",
      actor,
      personId: person.id,
      refs: { ended },
    });
    return ok();
  });
}

async function openedBy(
  ports: Ports,
  tx: Tx,
  token: string,
): Promise<{ person: KeptPerson; own: readonly string[]; linkId: string } | null> {
  const linkId = readMailLinkToken(ports.keys.citizenLink, token);
  const link = linkId === null ? null : await findCitizenLink(tx, linkId);
  const isOpen =
    link?.purpose === "reset_password" && link.usedAt === null && ports.clock.now() < link.expiresAt;
  const person = isOpen ? await findPerson(ports, tx, link.personId) : null;
  if (!person || !link) return null;
  const [phone, contact] = await Promise.all([findPhone(ports, tx, person), findContact(ports, tx, person)]);
  return { person, own: knownOfCitizen(person, phone, contact?.email ?? null), linkId: link.id };
}
