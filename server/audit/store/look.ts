import { and, asc, desc, eq, or, sql, type SQL } from "drizzle-orm";
import { agency, look, lookCase } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import type { Tx } from "../../ports.ts";
import type { LookCaseState, LookedAt } from "../look.ts";

/** A look at a person as that person is told of it. */
export interface SeenLook {
  readonly id: string;
  readonly at: Date;
  /** Who looked; told to nobody, it only keeps one officer's looks together. */
  readonly staffId: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  readonly what: LookedAt;
  readonly purpose: string;
  /** True: one of very many in an export; it cannot be reported by itself. */
  readonly isBulk: boolean;
  readonly caseState: LookCaseState | null;
  readonly caseSealed: Uint8Array | null;
  readonly caseKey: Uint8Array | null;
  readonly caseId: string | null;
}

interface Row {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly at: string;
  readonly staff_id: string;
  readonly agency_th: string;
  readonly agency_en: string;
  readonly what: LookedAt;
  readonly purpose: string;
  readonly is_bulk: boolean;
  readonly case_state: LookCaseState | null;
  readonly case_sealed: Uint8Array | null;
  readonly case_key: Uint8Array | null;
  readonly case_id: string | null;
}

/**
 * Looks at the person of the context, latest first, with exports that covered a visit of theirs among them: at most
 * `limit` from where `turn` says, nearest first. Runs as the citizen.
 */
export async function listLooks(
  tx: Tx,
  personId: string,
  page: { readonly turn: Turn<MomentPlace> | null; readonly limit: number },
): Promise<readonly SeenLook[]> {
  const { turn, limit } = page;
  const up = readsUp(turn, "down");
  const way = up ? sql`asc` : sql`desc`;
  const beyond = turn
    ? sql`where (l.at, l.id) ${up ? sql`>` : sql`<`} (${turn.place.at.toISOString()}::timestamptz, ${turn.place.id}::uuid)`
    : sql``;
  const rows = await tx.execute<Row>(sql`
    select l.id, l.at, l.staff_id, a.name_th as agency_th, a.name_en as agency_en, l.what, l.purpose, l.is_bulk,
      k.state as case_state, k.sealed as case_sealed, k.data_key as case_key, k.id as case_id
    from (
      select id, at, staff_id, agency_id, what, purpose, false as is_bulk from look where person_id = ${personId}
      union all
      select b.id, b.at, b.staff_id, b.agency_id, b.what, b.purpose, true from bulk_look b
      where exists (select from visit v where v.person_id = ${personId} and v.agency_id = b.agency_id
        and v.day between b.from_day and b.until_day)
    ) l
    join agency a on a.id = l.agency_id
    left join look_case k on k.person_id = ${personId} and k.look_id = l.id
    ${beyond} order by l.at ${way}, l.id ${way} limit ${limit}`);
  return [...rows].map((row) => ({
    id: row.id,
    at: new Date(row.at),
    staffId: row.staff_id,
    agencyTh: row.agency_th,
    agencyEn: row.agency_en,
    what: row.what,
    purpose: row.purpose,
    isBulk: row.is_bulk,
    caseState: row.case_state,
    caseSealed: row.case_sealed,
    caseKey: row.case_key,
    caseId: row.case_id,
  }));
}

/** The agency behind a look at this person; null: no such look. */
export async function findLookAgency(tx: Tx, personId: string, lookId: string): Promise<string | null> {
  const [row] = await tx
    .select({ agencyId: look.agencyId })
    .from(look)
    .where(and(eq(look.personId, personId), eq(look.id, lookId)));
  return row?.agencyId ?? null;
}

/** Keeps a person's word that a look was not right. False: there is one for this look already. */
export async function insertCase(tx: Tx, made: typeof lookCase.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(lookCase)
    .values(made)
    .onConflictDoNothing({ target: [lookCase.personId, lookCase.lookId] })
    .returning({ id: lookCase.id });
  return rows.length === 1;
}

/** A case with the look it is about, as the agency that answers it sees it. */
export interface KeptCase {
  readonly id: string;
  readonly personId: string;
  readonly state: LookCaseState;
  readonly madeAt: Date;
  readonly dataKey: Uint8Array;
  readonly sealed: Uint8Array;
  readonly lookedAt: Date | null;
  readonly what: LookedAt | null;
  readonly purpose: string | null;
  readonly agencyId: string;
  readonly agencyTh: string;
  readonly agencyEn: string;
  /** An office looked: the one above it answers, not itself. */
  readonly isOfOffice: boolean;
}

/** Where a case stands in the list of cases. */
export interface CasePlace extends MomentPlace {
  readonly state: LookCaseState;
}

/**
 * Cases the actor's agency answers, or that offices above see: open ones first, the longest waiting first; at most
 * `limit` from where `turn` says, nearest first.
 */
export async function listCases(
  tx: Tx,
  page: { readonly turn: Turn<CasePlace> | null; readonly limit: number },
): Promise<readonly KeptCase[]> {
  const { turn, limit } = page;
  const up = readsUp(turn, "up");
  const [by, byState] = up ? [asc, desc] : [desc, asc];
  return cases(tx)
    .where(turn ? beyondCase(turn.place, up) : undefined)
    .orderBy(byState(lookCase.state), by(lookCase.madeAt), by(lookCase.id))
    .limit(limit);
}

/** Open cases come first, though "answered" comes first in the alphabet. */
function beyondCase({ state, at, id }: CasePlace, up: boolean): SQL {
  const [past, stateBefore] = up ? [sql`>`, sql`<`] : [sql`<`, sql`>`];
  return sql`(${lookCase.state} ${stateBefore} ${state} or (${lookCase.state} = ${state}
    and (${lookCase.madeAt}, ${lookCase.id}) ${past} (${at.toISOString()}::timestamptz, ${id}::uuid)))`;
}

/**
 * One case, held until the transaction ends; null: none the actor may answer. A facility answers its own; those of an
 * office's looks are answered by the office above, the only one that sees them.
 */
export async function lockCase(tx: Tx, agencyId: string, id: string): Promise<KeptCase | null> {
  const [row] = await cases(tx)
    .where(and(eq(lookCase.id, id), or(eq(lookCase.agencyId, agencyId), ofOffice)))
    .for("update", { of: lookCase });
  return row ?? null;
}

/** Keeps the answer to a case. */
export async function answerCaseRow(
  tx: Tx,
  { personId, id }: Pick<KeptCase, "personId" | "id">,
  answer: { readonly sealed: Uint8Array; readonly staffId: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(lookCase)
    .set({ state: "answered", sealed: answer.sealed, answeredBy: answer.staffId, answeredAt: answer.now })
    .where(and(eq(lookCase.personId, personId), eq(lookCase.id, id)));
}

const ofOffice = eq(agency.kind, "regional_office");

function cases(tx: Tx) {
  return tx
    .select({
      id: lookCase.id,
      personId: lookCase.personId,
      state: sql<LookCaseState>`${lookCase.state}`,
      madeAt: lookCase.madeAt,
      dataKey: lookCase.dataKey,
      sealed: lookCase.sealed,
      lookedAt: look.at,
      what: sql<LookedAt | null>`${look.what}`,
      purpose: look.purpose,
      agencyId: lookCase.agencyId,
      agencyTh: agency.nameTh,
      agencyEn: agency.nameEn,
      isOfOffice: sql<boolean>`${ofOffice}`,
    })
    .from(lookCase)
    .innerJoin(agency, eq(agency.id, lookCase.agencyId))
    .leftJoin(look, and(eq(look.personId, lookCase.personId), eq(look.id, lookCase.lookId)))
    .$dynamic();
}

/** What stands sealed in a case. */
export interface CaseWords {
  readonly said: string;
  readonly answer: string | null;
}

/** Where a case's words stand. */
export function casePlace(rowId: string) {
  return { table: "look_case", rowId };
}
