import { record } from "../../audit/store.ts";
import type { Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports, Tx } from "../../ports.ts";
import { hashPassword, knownOf } from "../desk/password-hash.ts";
import { parseNewPassword, type PasswordRefusal } from "../../kernel/password.ts";
import { readMailLinkToken } from "../../kernel/mail-link.ts";
import type { StaffLinkPurpose } from "../staff-link.ts";
import { freshSignInTries } from "../../kernel/sign-in-throttle.ts";
import { findAccount, lockAccount, saveAccount, type Account } from "../store/account.ts";
import { findOpenLink, takeLink, useUpLinks, type KeptLink } from "../store/staff-link.ts";
import { endStaffSessions } from "../store/staff-session.ts";

export type LinkDead = { readonly kind: "link_dead" };

/** Whose password a link sets. */
export interface LinkSeen {
  readonly purpose: StaffLinkPurpose;
  readonly username: string;
}

/**
 * What a link that was sent by mail is for; refuses one that is used, outlived, made up, of an account that ended, or sent
 * before the right was last granted.
 */
export async function seeStaffLink(
  ports: Ports,
  actor: Gate,
  token: string,
): Promise<Result<LinkSeen, LinkDead>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, token));
  if (!found) return refuse({ kind: "link_dead" });
  return ok({ purpose: found.purpose, username: found.account.username });
}

/**
 * Sets the password a link was sent for; the link is used up by it, and every other of the account. Every session of
 * the account ends, its tries start over and an invited account becomes active. Refuses a dead link and what
 * `parseNewPassword` refuses, which leaves the link as it was; of two uses at the same moment one is refused.
 */
export async function setPassword(
  ports: Ports,
  actor: Gate,
  input: { readonly token: string; readonly password: string },
): Promise<Result<{ readonly username: string }, LinkDead | PasswordRefusal>> {
  const found = await ports.db.as(actor, (tx) => openedBy(ports, tx, input.token));
  if (!found) return refuse({ kind: "link_dead" });
  const { account, linkId } = found;
  const password = parseNewPassword(input.password, knownOf(account), "beside");
  if (!password.ok) return password;
  const passwordHash = await hashPassword(ports, account.id, password.value);
  return ports.db.as(actor, async (tx) => {
    const now = ports.clock.now();
    const held = await lockAccount(ports, tx, account.id);
    const link = await takeLink(tx, linkId, now);
    if (!link || !held || !opens(link, held)) return refuse({ kind: "link_dead" });
    const change = { state: "active", passwordHash, passwordChangedAt: now };
    await saveAccount(tx, held.id, change, freshSignInTries);
    await useUpLinks(tx, held.id, now);
    await endStaffSessions(tx, held.id, now);
    const { id: subjectId, agencyId } = held;
    await record(ports, tx, {
      action: "staff.password_set",
      actor,
      agencyId,
      subjectId,
      refs: { by: link.purpose },
    });
    return ok({ username: held.username });
  });
}

async function openedBy(ports: Ports, tx: Tx, token: string) {
  const linkId = readMailLinkToken(ports.keys.staffLink, token);
  const link = linkId === null ? null : await findOpenLink(tx, linkId, ports.clock.now());
  const account = link && (await findAccount(ports, tx, link.staffId));
  if (!link || !account || !opens(link, account)) return null;
  return { linkId: link.id, purpose: link.purpose, account };
}

/** A link of before the right was granted anew went to the address of then, which may have been a stranger's. */
function opens({ madeAt }: KeptLink, account: Account): boolean {
  return (account.state === "invited" || account.state === "active") && madeAt >= account.madeAt;
}
