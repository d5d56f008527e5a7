import type { Staff } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { TableRow } from "../../kernel/workbook.ts";
import type { Ports } from "../../ports.ts";
import type { ReconciledKind } from "../reconciled.ts";
import { dayKey, judgeVisit, listedDays } from "../reconciliation.ts";
import type { ServiceCode } from "../service-code.ts";
import { findServiceTypes, insertBulkLook, listCodesOfNumbers, listCodeTexts } from "../store.ts";
import { listColumns, readVisitList, type RowProblem, type VisitListRefusal } from "../visit-list.ts";

/** A visit as a hospital's system lists it, each value as it would stand in a file. */
export interface SentRow {
  readonly citizenId: string;
  readonly day: string;
  readonly service: string;
  readonly hn: string;
}

export interface JudgedSentRow {
  /** From 0, as it was sent. */
  readonly index: number;
  readonly kind: ReconciledKind;
  readonly code: ServiceCode | null;
  readonly problems: readonly RowProblem[];
}

/**
 * Judges visits that a hospital's system sends, by the very rules of an uploaded list; nothing of them is kept. The look
 * at everybody on those days is written first. Refuses a list without a row.
 */
export async function reconcileRows(
  ports: Ports,
  actor: Staff,
  input: { readonly rows: readonly SentRow[]; readonly purpose: string },
): Promise<Result<readonly JudgedSentRow[], VisitListRefusal>> {
  const now = ports.clock.now();
  const today = bangkokDay(now);
  const { agencyId } = actor;
  return ports.db.as(actor, async (tx) => {
    const list = readVisitList(tableOf(input.rows), await findServiceTypes(tx, today), today);
    if (!list.ok) return list;
    const visits = list.value.flatMap(({ read }) => (read.ok ? [read.value] : []));
    const days = visits.map(({ day }) => day).sort();
    const [from, until] = [days[0], days.at(-1)];
    if (from !== undefined && until !== undefined) {
      const filter = { from, until, service: null };
      const look = { what: "api", purpose: input.purpose, filter, rows: visits.length } as const;
      await insertBulkLook(tx, { id: ports.random.uuid(), staff: actor, now, ...look });
    }
    const asked = visits.map(({ citizenId, day }) => ({
      numberIndex: ports.keys.blindIndex("citizen_id", citizenId),
      day,
    }));
    const found = asked.length === 0 ? null : await listCodesOfNumbers(tx, agencyId, asked);
    const listed = listedDays(visits);
    const judged = new Map(
      visits.map((visit, at) => {
        const own = listed.get(dayKey(visit)) ?? { firstLine: new Map() };
        return [visit.line, judgeVisit(visit, own, found?.get(at)?.codes ?? [])];
      }),
    );
    const ids = [...judged.values()].flatMap(({ codeId }) => (codeId === null ? [] : [codeId]));
    const texts = await listCodeTexts(tx, agencyId, ids);
    return ok(
      list.value.map(({ line, read }): JudgedSentRow => {
        const judgement = judged.get(line);
        const code = judgement?.codeId ? (texts.get(judgement.codeId) ?? null) : null;
        const problems = read.ok ? [] : read.refusal.problems;
        return { index: line - firstLine, kind: judgement?.kind ?? "bad_row", code, problems };
      }),
    );
  });
}

/** The header stands in line 1. */
const firstLine = 2;

function tableOf(rows: readonly SentRow[]): readonly TableRow[] {
  const header = { line: 1, cells: headings };
  return [
    header,
    ...rows.map(({ citizenId, day, service, hn }, index) => ({
      line: index + firstLine,
      cells: [citizenId, day, service, hn],
    })),
  ];
}

/** Headings that readVisitList knows, in the order of its columns. */
const headings = listColumns.map(
  (column) => ({ citizen_id: "pid", day: "date", service: "service", hn: "hn" })[column],
);
