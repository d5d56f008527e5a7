import type { Citizen } from "../kernel/actor.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { viewDelegation, type DelegationOfTwo, type DelegationView } from "../identity/delegation-view.ts";

/** Somebody the citizen acts for: the actor in whose name rows are read, and what may be seen of them. */
export interface Represented {
  readonly actor: Citizen;
  readonly view: DelegationView;
}

/**
 * The person a delegation lets the citizen act for on a day. Null when it is not the citizen's own question, was
 * not answered by a yes, has ended or lapsed: to the citizen there is nobody then.
 */
export function representedBy(
  delegation: DelegationOfTwo | null,
  asker: Citizen,
  day: BangkokDay,
): Represented | null {
  const view = delegation && viewDelegation(delegation, asker.personId, day);
  if (!view || view.side !== "asker" || view.state !== "agreed") return null;
  return { actor: { ...asker, personId: delegation.forId }, view };
}
