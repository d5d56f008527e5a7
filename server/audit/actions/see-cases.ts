import type { Staff } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { casePlace, listCases, type CaseWords, type KeptCase } from "../store/look.ts";

/** A case with its words. Who the citizen is, is not told: the answer goes to them by itself. */
export interface SeenCase extends Omit<KeptCase, "sealed" | "dataKey" | "personId"> {
  readonly words: CaseWords;
}

const casesShown = 100;

/** Cases of the staff's own agency, or, for an office above, of its facilities; open ones first. */
export async function seeCases(ports: Ports, actor: Staff): Promise<readonly SeenCase[]> {
  const kept = await ports.db.as(actor, (tx) => listCases(tx, casesShown));
  return kept.map(({ sealed, dataKey, id, state, madeAt, lookedAt, what, purpose, agencyTh, agencyEn }) => ({
    id,
    state,
    madeAt,
    lookedAt,
    what,
    purpose,
    agencyTh,
    agencyEn,
    words: ports.vault.open<CaseWords>(dataKey, casePlace(id), sealed),
  }));
}
