import type { SeenCases } from "../../audit/actions/see-cases.ts";
import { lookCaseStates } from "../../audit/look.ts";
import { makeMomentPlace, parseMomentPlace } from "../../kernel/moment-place.ts";

type CasePlace = NonNullable<SeenCases["next"]>;

/** Where a case stands, as an address carries it: its state, then its moment and id. */
export function casePlaceText({ state, at, id }: CasePlace): string {
  return `${state}.${makeMomentPlace({ at, id })}`;
}

/** Reads it back; null: it is no place of ours. */
export function parseCasePlace(text: string): CasePlace | null {
  const state = lookCaseStates.find((each) => text.startsWith(`${each}.`));
  const place = state && parseMomentPlace(text.slice(state.length + 1));
  return place ? { state, ...place } : null;
}
