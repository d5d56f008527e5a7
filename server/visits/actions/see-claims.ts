import type { CounterPerson } from "../../identity/counter-person.ts";
import { listLookedAt } from "../../identity/store/looked-at.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parseCitizenId, type CitizenIdRefusal } from "../../kernel/citizen-id.ts";
import { turnedPage, type Turn } from "../../kernel/keyset.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports, Tx } from "../../ports.ts";
import type { ClaimFilter, ClaimOrder } from "../claim-filter.ts";
import type { ClaimPosition } from "../claim-position.ts";
import { visibleExportState } from "../export-run.ts";
import type { ServiceType } from "../service-type.ts";
import {
  claimPlaceOf,
  countClaimLines,
  findServiceTypes,
  listClaimLines,
  listExports,
  type ClaimLine,
  type KeptExport,
} from "../store.ts";

/** A line of the report as the page shows it. */
export interface SeenClaim {
  readonly line: ClaimLine;
  readonly person: CounterPerson;
}

export interface SeenClaims {
  readonly claims: readonly SeenClaim[];
  /** Where the pages beside this one lie; null: there is none. */
  readonly previous: ClaimPosition | null;
  readonly next: ClaimPosition | null;
  /** How many lines there are in all; told on the first page only. */
  readonly total: number | null;
  readonly services: readonly ServiceType[];
  /** Made here lately. */
  readonly exports: readonly KeptExport[];
}

export const claimsAPage = 50;
const exportsShown = 5;
const nothing = { claims: [], previous: null, next: null, total: null, exports: [] };

/**
 * A page of the report's lines in order of their days; any page costs the same. Each person on it is looked at with
 * `purpose` (N8).
 */
export async function seeClaims(
  ports: Ports,
  actor: Staff,
  input: {
    /** Null: the search was refused, so nothing is shown and nobody is looked at. */
    readonly filter: ClaimFilter | null;
    readonly order: ClaimOrder;
    readonly turn: Turn<ClaimPosition> | null;
    readonly purpose: string;
  },
): Promise<SeenClaims> {
  const { filter, order, turn, purpose } = input;
  const now = ports.clock.now();
  const today = bangkokDay(now);
  return ports.db.as(actor, async (tx) => {
    const services = await findServiceTypes(tx, today);
    if (filter === null) return { ...nothing, services };
    const found = await listClaimLines(tx, actor.agencyId, filter, { turn, order, limit: claimsAPage + 1 });
    const { rows: shown, ...beside } = turnedPage(found, { turn, size: claimsAPage }, claimPlaceOf);
    const personIds = shown.map(({ personId }) => personId);
    const people = await listLookedAt(ports, tx, actor, { what: "visit_list", purpose, personIds });
    return {
      ...beside,
      claims: shown.map((line) => {
        const person = people.get(line.personId);
        if (!person) throw new Error("a visit's person is not there");
        return { line, person };
      }),
      total: turn === null ? await countClaimLines(tx, actor.agencyId, filter) : null,
      services,
      exports: turn === null ? await exportsLately(tx, actor.agencyId, now) : [],
    };
  });
}

async function exportsLately(tx: Tx, agencyId: string, now: Date): Promise<readonly KeptExport[]> {
  const runs = await listExports(tx, agencyId, exportsShown);
  return runs.map((run) => ({ ...run, state: visibleExportState(run, now) }));
}

/**
 * The id of the person of a number, for a filter: so no address ever carries the number. The look is written. Refuses
 * what is no citizen id, and a person the system has not met.
 */
export async function findClaimPerson(
  ports: Ports,
  actor: Staff,
  input: { readonly text: string; readonly purpose: string },
): Promise<Result<{ readonly personId: string }, CitizenIdRefusal | { readonly kind: "person_unknown" }>> {
  const citizenId = parseCitizenId(input.text);
  if (!citizenId.ok) return citizenId;
  const look = {
    what: "visit_list",
    purpose: input.purpose,
    personIds: [],
    citizenId: citizenId.value,
  } as const;
  const people = await ports.db.as(actor, (tx) => listLookedAt(ports, tx, actor, look));
  const [personId] = people.keys();
  return personId === undefined ? refuse({ kind: "person_unknown" }) : ok({ personId });
}
