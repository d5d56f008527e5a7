import { record } from "../../audit/store.ts";
import type { Citizen, Gate } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { findAgencyTerms } from "../../petitions/store/agency-terms.ts";
import { findTown } from "../../petitions/store/catalogue.ts";
import type { Ports, Tx } from "../../ports.ts";
import { findAgencyYes, saveAgencyYes } from "../store/contact.ts";

/** An agency's own terms as people read them before its e-Service (E1.1). */
export interface OwnTerms {
  readonly agencyId: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly textTh: string;
  readonly textEn: string;
}

const gate: Gate = { kind: "gate" };

/** The terms of its own that the agency at a slug has in force; null: none, or there is no such agency. */
export function seeAgencyTerms(ports: Ports, slug: string): Promise<OwnTerms | null> {
  return ports.db.as(gate, (tx) => termsAt(tx, slug));
}

/** The same, where a citizen did not accept this version of them yet; null: nothing is to be asked. */
export function seeTermsToAccept(ports: Ports, actor: Citizen, slug: string): Promise<OwnTerms | null> {
  return ports.db.as(actor, async (tx) => {
    const terms = await termsAt(tx, slug);
    const yes = terms && (await findAgencyYes(tx, actor.personId, terms.agencyId));
    return terms !== null && yes === terms.version ? null : terms;
  });
}

/**
 * Keeps a citizen's yes to an agency's own terms. Refuses a version that is no longer in force, and somebody who did not
 * join.
 */
export async function acceptAgencyTerms(
  ports: Ports,
  actor: Citizen,
  { slug, version }: { readonly slug: string; readonly version: number },
): Promise<Result<undefined, { readonly kind: "terms_changed" } | { readonly kind: "not_joined" }>> {
  return ports.db.as(actor, async (tx) => {
    const terms = await termsAt(tx, slug);
    if (terms?.version !== version) return refuse({ kind: "terms_changed" });
    const { agencyId } = terms;
    if (!(await saveAgencyYes(tx, actor.personId, { agencyId, version })))
      return refuse({ kind: "not_joined" });
    const refs = { version };
    await record(ports, tx, {
      action: "agency_terms.accepted",
      actor,
      agencyId,
      personId: actor.personId,
      refs,
    });
    return ok();
  });
}

async function termsAt(tx: Tx, slug: string): Promise<OwnTerms | null> {
  const town = await findTown(tx, slug);
  const terms = town && (await findAgencyTerms(tx, town.agencyId));
  if (!town || !terms) return null;
  const { agencyId, nameTh, nameEn } = town;
  const { version, textTh, textEn } = terms;
  return { agencyId, nameTh, nameEn, version, textTh, textEn };
}
