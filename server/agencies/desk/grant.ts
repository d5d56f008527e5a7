import { record } from "../../audit/store.ts";
import type { Actor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { queue } from "../../notices/store.ts";
import type { Ports, Tx } from "../../ports.ts";
import { freshSignInTries } from "../../kernel/sign-in-throttle.ts";
import { saveAccount } from "../store/account.ts";
import { insertAccount, lockAccountOf, sealFacts, type NewAccount } from "../store/new-account.ts";
import { insertLink, useUpLinks, type KeptLink } from "../store/staff-link.ts";

export type Grant = NewAccount;

export interface Granted {
  readonly staffId: string;
  readonly link: KeptLink;
}

/** The person has an account at the agency that is in use; a person has one level there. */
export type GrantRefusal = { readonly kind: "person_has_access" };

/**
 * Gives somebody the right to come in: makes their account, or brings back one that was revoked or never opened, and
 * mails the link that sets its first password; a link that was sent before, perhaps to another address, is worth nothing
 * any more. Refuses whoever has an account in use at the agency.
 */
export async function grantAccess(
  ports: Ports,
  tx: Tx,
  actor: Actor,
  grant: Grant,
): Promise<Result<Granted, GrantRefusal>> {
  const { agencyId, level, facts } = grant;
  const kept = await lockAccountOf(ports, tx, agencyId, facts.citizenId);
  if (kept?.state === "active") return refuse({ kind: "person_has_access" });
  const staffId = kept ? await bringBack(ports, tx, kept, grant) : await insertAccount(ports, tx, grant);
  const link = await insertLink(ports, tx, staffId, "set_password");
  const refs = { staffId, linkId: link.id };
  await queue(ports, tx, { kind: "staff_invited", medium: "mail", refs, diesAt: link.expiresAt });
  await record(ports, tx, {
    action: "staff.granted",
    actor,
    agencyId,
    subjectId: staffId,
    refs: { level, again: kept !== null },
  });
  return ok({ staffId, link });
}

async function bringBack(
  ports: Ports,
  tx: Tx,
  kept: { readonly id: string; readonly dataKey: Uint8Array },
  { level, facts, by }: Grant,
): Promise<string> {
  const now = ports.clock.now();
  await useUpLinks(tx, kept.id, now);
  const change = {
    state: "invited",
    level,
    passwordHash: null,
    warnedDays: 0,
    lastSignInAt: null,
    endedAt: null,
    endReason: null,
    madeAt: now,
    grantedBy: by?.grantedBy ?? null,
    requestKey: by?.requestKey ?? null,
    ...sealFacts(ports, kept, facts),
  };
  await saveAccount(tx, kept.id, change, freshSignInTries);
  return kept.id;
}
