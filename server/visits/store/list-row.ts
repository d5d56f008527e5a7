import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import { reconciliation, reconciliationRow, serviceCode } from "../../../db/schema/index.ts";
import { readsUp, type Turn } from "../../kernel/keyset.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Tx } from "../../ports.ts";
import type { ReconciledKind } from "../reconciled.ts";
import type { CodeOfDay } from "../reconciliation.ts";
import type { ServiceCode, ServiceCodeStatus } from "../service-code.ts";
import type { ServiceTypeCode } from "../service-type.ts";

/** A row as it is kept; `kind` null: not judged yet. */
export interface NewListRow {
  readonly line: number;
  readonly sealed: Uint8Array;
  readonly kind: "bad_row" | null;
  readonly problems: readonly string[] | null;
}

const rowsAnInsert = 2_000;

/** Keeps the rows of a list. */
export async function insertListRows(
  tx: Tx,
  agencyId: string,
  reconciliationId: string,
  rows: readonly NewListRow[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAnInsert) {
    await tx
      .insert(reconciliationRow)
      .values(rows.slice(at, at + rowsAnInsert).map((row) => ({ agencyId, reconciliationId, ...row })));
  }
}

/** A row that waits to be judged. */
export interface WaitingRow {
  readonly line: number;
  readonly sealed: Uint8Array;
}

/** The next rows that were not judged. */
export async function listWaitingRows(
  tx: Tx,
  agencyId: string,
  id: string,
  limit: number,
): Promise<readonly WaitingRow[]> {
  return tx
    .select({ line: reconciliationRow.line, sealed: reconciliationRow.sealed })
    .from(reconciliationRow)
    .where(
      and(
        eq(reconciliationRow.agencyId, agencyId),
        eq(reconciliationRow.reconciliationId, id),
        sql`${reconciliationRow.kind} is null`,
      ),
    )
    .orderBy(asc(reconciliationRow.line))
    .limit(limit);
}

/** What a number and a day of a list have here. */
export interface FoundOfNumber {
  readonly personId: string;
  readonly codes: readonly CodeOfDay[];
}

/** The agency's codes for numbers (blind indexes) and days, by their place in what was asked, from 0. */
export async function listCodesOfNumbers(
  tx: Tx,
  agencyId: string,
  asked: readonly { readonly numberIndex: Uint8Array; readonly day: BangkokDay }[],
): Promise<ReadonlyMap<number, FoundOfNumber>> {
  const numbers = `{${asked.map(({ numberIndex }) => `"\\\\x${Buffer.from(numberIndex).toString("hex")}"`).join(",")}}`;
  const days = `{${asked.map(({ day }) => day).join(",")}}`;
  const rows = await tx.execute<{
    [column: string]: unknown;
    place: number;
    person_id: string;
    code_id: string | null;
    service: ServiceTypeCode | null;
    status: ServiceCodeStatus | null;
  }>(sql`select * from codes_of_numbers(${agencyId}, ${numbers}, ${days})`);
  const found = new Map<number, { personId: string; codes: CodeOfDay[] }>();
  for (const { place, person_id: personId, code_id: codeId, service, status } of rows) {
    const entry = found.get(place - 1) ?? { personId, codes: [] };
    if (codeId !== null && service !== null && status !== null) entry.codes.push({ codeId, service, status });
    found.set(place - 1, entry);
  }
  return found;
}

export interface JudgedRow {
  readonly line: number;
  readonly kind: ReconciledKind;
  readonly personId: string | null;
  readonly codeId: string | null;
}

/** Writes the judgements of a batch and how far the list is: `fresh` of them were not judged before. */
export async function saveJudgements(
  tx: Tx,
  agencyId: string,
  id: string,
  judged: readonly JudgedRow[],
  fresh: number = judged.length,
): Promise<void> {
  await tx.execute(sql`
    update ${reconciliationRow} r set kind = j.kind, person_id = j.person_id, code_id = j.code_id
    from jsonb_to_recordset(${JSON.stringify(
      judged.map(({ line, kind, personId, codeId }) => ({
        line,
        kind,
        person_id: personId,
        code_id: codeId,
      })),
    )}::jsonb) as j (line int, kind text, person_id uuid, code_id uuid)
    where r.agency_id = ${agencyId} and r.reconciliation_id = ${id} and r.line = j.line`);
  await tx
    .update(reconciliation)
    .set({ done: sql`${reconciliation.done} + ${fresh}` })
    .where(and(eq(reconciliation.agencyId, agencyId), eq(reconciliation.id, id)));
}

/** A judged row with the code it was judged by, as that code stands now. */
export interface KeptListRow {
  readonly line: number;
  readonly sealed: Uint8Array;
  readonly kind: ReconciledKind | null;
  readonly problems: readonly string[] | null;
  readonly personId: string | null;
  readonly codeId: string | null;
  readonly mended: string | null;
  readonly code: ServiceCode | null;
  readonly codeStatus: ServiceCodeStatus | null;
  readonly codeService: ServiceTypeCode | null;
}

/**
 * The rows of a list in the order of the file, of one kind or all: at most `limit` from the line that `turn` says,
 * nearest first.
 */
export async function listListRows(
  tx: Tx,
  agencyId: string,
  id: string,
  page: { readonly kind: ReconciledKind | null; readonly turn: Turn<number> | null; readonly limit: number },
): Promise<readonly KeptListRow[]> {
  const { kind, turn, limit } = page;
  const up = readsUp(turn, "up");
  return listRows(tx)
    .where(
      and(
        eq(reconciliationRow.agencyId, agencyId),
        eq(reconciliationRow.reconciliationId, id),
        kind === null ? undefined : eq(reconciliationRow.kind, kind),
        turn ? (up ? gt : lt)(reconciliationRow.line, turn.place) : undefined,
      ),
    )
    .orderBy((up ? asc : desc)(reconciliationRow.line))
    .limit(limit);
}

/** One row of a list; null: there is none. */
export async function findListRow(
  tx: Tx,
  agencyId: string,
  id: string,
  line: number,
): Promise<KeptListRow | null> {
  const [row] = await listRows(tx).where(
    and(
      eq(reconciliationRow.agencyId, agencyId),
      eq(reconciliationRow.reconciliationId, id),
      eq(reconciliationRow.line, line),
    ),
  );
  return row ?? null;
}

function listRows(tx: Tx) {
  return tx
    .select({
      line: reconciliationRow.line,
      sealed: reconciliationRow.sealed,
      kind: sql<ReconciledKind | null>`${reconciliationRow.kind}`,
      problems: reconciliationRow.problems,
      personId: reconciliationRow.personId,
      codeId: reconciliationRow.codeId,
      mended: reconciliationRow.mended,
      code: sql<ServiceCode | null>`${serviceCode.code}`,
      codeStatus: sql<ServiceCodeStatus | null>`${serviceCode.status}`,
      codeService: sql<ServiceTypeCode | null>`${serviceCode.serviceType}`,
    })
    .from(reconciliationRow)
    .leftJoin(
      serviceCode,
      and(eq(serviceCode.personId, reconciliationRow.personId), eq(serviceCode.id, reconciliationRow.codeId)),
    )
    .$dynamic();
}

/** How many rows of each kind a list has. */
export async function countListKinds(
  tx: Tx,
  agencyId: string,
  id: string,
): Promise<ReadonlyMap<ReconciledKind, number>> {
  const rows = await tx.execute<{ kind: ReconciledKind; rows: number }>(sql`
    select kind, count(*)::int as rows from ${reconciliationRow}
    where agency_id = ${agencyId} and reconciliation_id = ${id} and kind is not null group by kind`);
  return new Map([...rows].map(({ kind, rows: count }) => [kind, count]));
}

/** Notes what was done about a row here. */
export async function markMended(
  tx: Tx,
  agencyId: string,
  id: string,
  line: number,
  mend: { readonly how: string; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(reconciliationRow)
    .set({ mended: mend.how, mendedBy: mend.by, mendedAt: mend.now })
    .where(
      and(
        eq(reconciliationRow.agencyId, agencyId),
        eq(reconciliationRow.reconciliationId, id),
        eq(reconciliationRow.line, line),
      ),
    );
}
