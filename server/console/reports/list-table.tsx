import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { SeenListRow, SeenReconciliation } from "../../visits/actions/see-reconciliation.ts";
import { nameIn } from "../../visits/names.ts";
import type { ReconciledKind } from "../../visits/reconciled.ts";
import type { RowProblem } from "../../visits/visit-list.ts";
import { reconcilePath } from "./reconcile-path.ts";

const tones = {
  matched: "done",
  missing: "refused",
  wrong_service: "refused",
  duplicate: "plain",
  unclosed: "waiting",
  bad_row: "refused",
} as const satisfies Record<ReconciledKind, Tone>;

interface Props {
  readonly page: PageContext;
  readonly seen: SeenReconciliation;
  readonly caption: string;
  /** May issue and close: whoever only reads reports may not. */
  readonly mayCounter: boolean;
}

interface RowProps {
  readonly page: PageContext;
  readonly seen: SeenReconciliation;
  readonly row: SeenListRow;
}

/** The rows of a list as they were uploaded, how each stands, and what can be done about it. */
export function ListTable({ page, seen, caption, mayCounter }: Props) {
  const words = page.words.reports.reconcile;
  return (
    <Table
      caption={caption}
      rows={seen.rows}
      columns={[
        { title: words.line, cell: ({ line }) => line, figures: true },
        { title: words.number, cell: (row) => <Whose row={row} hn={words.hn} /> },
        { title: words.service, cell: (row) => <What page={page} seen={seen} row={row} /> },
        { title: words.result, cell: (row) => <How page={page} seen={seen} row={row} /> },
        {
          title: words.fix,
          cell: (row) => <Mendings page={page} listId={seen.list.id} row={row} mayCounter={mayCounter} />,
        },
      ]}
    />
  );
}

function Whose({ row: { visit, typed }, hn }: { row: SeenListRow; hn: string }) {
  return (
    <span>
      <span class="nowrap">{visit ? formatCitizenId(visit.citizenId) : typed.citizen_id}</span>
      {typed.hn === "" ? null : (
        <>
          <br />
          <small>
            {hn} {typed.hn}
          </small>
        </>
      )}
    </span>
  );
}

function What({ page, seen, row: { visit, typed } }: RowProps) {
  return (
    <span>
      {visit ? serviceName(page, seen, visit.service) : typed.service}
      <br />
      <small class="nowrap">{visit ? formatDay(visit.day, page.language) : typed.day}</small>
    </span>
  );
}

function How({ page, seen, row }: RowProps) {
  const words = page.words.reports.reconcile;
  return (
    <span>
      {row.kind === null ? null : <StatusTag tone={tones[row.kind]}>{words.kinds[row.kind]}</StatusTag>}
      <br />
      <small>{whyOf(page, seen, row)}</small>
    </span>
  );
}

/** What is wrong with a row, in one sentence; of an unreadable one, everything. */
export function whyOf(
  page: PageContext,
  seen: Pick<SeenReconciliation, "services">,
  row: Pick<SeenListRow, "kind" | "problems" | "codeService" | "codeStatus">,
): string {
  const { why, problems } = page.words.reports.reconcile;
  switch (row.kind) {
    case null:
      return why.waiting;
    case "bad_row":
      return ((row.problems ?? []) as readonly RowProblem[]).map((problem) => problems[problem]).join(" · ");
    case "wrong_service":
      return why.wrong_service(serviceName(page, seen, row.codeService ?? ""));
    case "unclosed":
      return row.codeStatus === "expired" ? why.expired : why.unclosed;
    case "matched":
    case "missing":
    case "duplicate":
      return why[row.kind];
  }
}

function serviceName(
  page: PageContext,
  { services }: Pick<SeenReconciliation, "services">,
  code: string,
): string {
  const found = services.find((service) => service.code === code);
  return found ? nameIn(found, page.language) : code;
}

function Mendings(props: { page: PageContext; listId: string; row: SeenListRow; mayCounter: boolean }) {
  const { page, listId, row, mayCounter } = props;
  const words = page.words.reports.reconcile;
  const { visit, mendings } = row;
  if (!visit || mendings.length === 0) return null;
  return (
    <span class="row-moves">
      {row.mended === "ask_citizen" ? <small>{words.asked}</small> : null}
      {mendings.includes("ask_citizen") && row.mended !== "ask_citizen" ? (
        <form method="post" action={`${reconcilePath}/${listId}/rows/${row.line}/ask`}>
          <Button kind="secondary">{words.askCitizen}</Button>
        </form>
      ) : null}
      {mendings.includes("close") && mayCounter ? (
        <form method="post" action={`${reconcilePath}/${listId}/rows/${row.line}/close`}>
          <Button kind="secondary">{words.close}</Button>
        </form>
      ) : null}
      {mendings.includes("issue") && mayCounter ? (
        <form method="post" action="/console/counter/person">
          <input type="hidden" name="way" value="number" />
          <input type="hidden" name="citizenId" value={visit.citizenId} />
          <input type="hidden" name="service" value={visit.service} />
          <input type="hidden" name="hn" value={visit.hn ?? ""} />
          <Button kind="secondary">{words.issue}</Button>
        </form>
      ) : null}
    </span>
  );
}
