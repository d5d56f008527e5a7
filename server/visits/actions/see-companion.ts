import type { DelegationView } from "../../identity/delegation-view.ts";
import { fullName } from "../../identity/full-name.ts";
import { findDelegation } from "../../identity/store/delegation.ts";
import { findPerson } from "../../identity/store/person.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { representedBy } from "../represented.ts";
import type { IssuedCode } from "../issued-code.ts";
import { findTodaysCodes } from "../store.ts";

/** The page of somebody the citizen acts for. */
export interface CompanionPage {
  readonly view: DelegationView;
  /** Who asks: the citizen. */
  readonly askerName: string;
  readonly codes: readonly IssuedCode[];
}

/**
 * Somebody the citizen acts for: what may be seen of them, and their codes of today. Refuses a delegation that is
 * not the citizen's, or to which the yes is missing or over, as not found.
 */
export async function seeCompanion(
  ports: Ports,
  actor: Citizen,
  input: { readonly delegationId: string },
): Promise<Result<CompanionPage, { readonly kind: "delegation_missing" }>> {
  const { delegationId } = input;
  if (!isUuid(delegationId)) return refuse({ kind: "delegation_missing" });
  const day = bangkokDay(ports.clock.now());
  const [kept, me] = await ports.db.as(actor, (tx) =>
    Promise.all([findDelegation(ports, tx, delegationId), findPerson(ports, tx, actor.personId)]),
  );
  const represented = representedBy(kept, actor, day);
  if (!represented || !me) return refuse({ kind: "delegation_missing" });
  const { actor: other, view } = represented;
  const codes = await ports.db.as(other, (tx) => findTodaysCodes(tx, other.personId, day));
  return ok({ view, askerName: fullName(me) ?? "", codes });
}
