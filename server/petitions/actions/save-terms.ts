import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { judgeTerms, type AgencyTerms, type TermsRefusal } from "../agency-terms.ts";
import { findAgencyTerms, insertAgencyTerms } from "../store/agency-terms.ts";

/** The terms of the staff's own agency that are in force; null: none of its own. */
export function seeTerms(ports: Ports, actor: Staff): Promise<AgencyTerms | null> {
  return ports.db.as(actor, (tx) => findAgencyTerms(tx, actor.agencyId));
}

/**
 * Sets the terms of the staff's own agency: a changed text is a new version, which everybody is asked for once; the same
 * text again changes nothing, an empty one takes them back. Refuses what `judgeTerms` refuses.
 */
export async function saveTerms(
  ports: Ports,
  actor: Staff,
  typed: { readonly textTh: string; readonly textEn: string },
): Promise<Result<null, TermsRefusal>> {
  const judged = judgeTerms(typed);
  if (!judged.ok) return judged;
  const { textTh, textEn } = judged.value;
  const { agencyId, staffId: madeBy } = actor;
  await ports.db.as(actor, async (tx) => {
    const before = await findAgencyTerms(tx, agencyId);
    if ((before?.textTh ?? "") === textTh && (before?.textEn ?? "") === textEn) return;
    await insertAgencyTerms(tx, { agencyId, textTh, textEn, madeBy, madeAt: ports.clock.now() });
    await record(ports, tx, { action: "agency_terms.changed", actor, agencyId });
  });
  return ok(null);
}
