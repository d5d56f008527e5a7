import type { Staff } from "../../kernel/actor.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import type { Ports } from "../../ports.ts";
import { casePlace, listCases, type CasePlace, type CaseWords, type KeptCase } from "../store/look.ts";

/** A case with its words. Who the citizen is, is not told: the answer goes to them by itself. */
export interface SeenCase extends Omit<
  KeptCase,
  "sealed" | "dataKey" | "personId" | "agencyId" | "isOfOffice"
> {
  readonly words: CaseWords;
  /** False: it is for another agency to answer, and only seen here. */
  readonly isOwn: boolean;
}

export interface SeenCases {
  readonly cases: readonly SeenCase[];
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: CasePlace | null;
  readonly next: CasePlace | null;
}

export const casesAPage = 20;

/** A page of the cases of the staff's own agency, or, for an office above, of its facilities; open ones first. */
export async function seeCases(ports: Ports, actor: Staff, turn: Turn<CasePlace> | null): Promise<SeenCases> {
  const kept = await ports.db.as(actor, (tx) => listCases(tx, { turn, limit: casesAPage + 1 }));
  const { rows, ...beside } = turnedPage(kept, { turn, size: casesAPage }, ({ state, madeAt, id }) => ({
    state,
    at: madeAt,
    id,
  }));
  return { cases: rows.map((each) => open(ports, actor, each)), ...beside };
}

function open(ports: Ports, actor: Staff, kept: KeptCase): SeenCase {
  const { sealed, dataKey, id, state, madeAt, lookedAt, what, purpose, agencyTh, agencyEn } = kept;
  const words = ports.vault.open<CaseWords>(dataKey, casePlace(id), sealed);
  const isOwn = kept.isOfOffice || kept.agencyId === actor.agencyId;
  return { isOwn, id, state, madeAt, lookedAt, what, purpose, agencyTh, agencyEn, words };
}
