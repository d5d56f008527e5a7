import type { SeenImportRow, SeenList } from "../../../credentials/actions/see-import.ts";
import { importRowStates, type ImportRowState } from "../../../credentials/holder-import.ts";
import type { StaffSession } from "../../../http/env.ts";
import { EmptyState } from "../../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { StatusTag, type Tone } from "../../../http/page/status-tag.tsx";
import { Table } from "../../../http/page/table.tsx";
import { WholeName } from "../../../http/page/whole-name.tsx";
import { ConsoleLayout } from "../../layout.tsx";
import { importTones } from "./desk-page.tsx";
import { importPath, listAddress } from "./paths.ts";

const tones = { ready: "plain", faulty: "refused", made: "done" } as const satisfies Record<
  ImportRowState,
  Tone
>;
const figure = (rows: number) => rows.toLocaleString("en");

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly list: SeenList;
  readonly rows: readonly SeenImportRow[];
  readonly state: ImportRowState | null;
  readonly after: number;
  /** The last line shown, where more rows follow. */
  readonly next: number | null;
}

/** Every row of a list as it was judged, the button that makes them, and how far that is. */
export function ImportListPage(props: Props) {
  const { page, staff, list, rows, state, after, next } = props;
  const words = page.words.credentials.import;
  const isRunning = list.state === "running";
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenImport"
      title={`${words.title} · ${list.fileName}`}
      scripts={isRunning ? ["progress.js"] : []}
      data={{ "data-progress": `${importPath}/${list.id}/state` }}
    >
      <h1>{list.fileName}</h1>
      <p>
        <StatusTag tone={importTones[list.state]}>{words.states[list.state]}</StatusTag>
      </p>
      {isRunning ? <Running {...props} /> : null}
      {list.state === "judged" ? <Make {...props} /> : null}
      <Kinds {...props} />
      {rows.length === 0 ? (
        <EmptyState title={words.emptyKind} icon="check" />
      ) : (
        <Table
          caption={state === null ? words.all : words.rowStates[state]}
          rows={rows}
          columns={columnsOf(page)}
        />
      )}
      <div class="buttons">
        {next === null ? null : (
          <ButtonLink href={listAddress(list.id, state, next)}>{words.next}</ButtonLink>
        )}
        {after === 0 ? null : (
          <ButtonLink kind="quiet" href={listAddress(list.id, state)}>
            {words.first}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" icon="download" href={`${importPath}/${list.id}/result.xlsx`}>
          {words.download}
        </ButtonLink>
        <ButtonLink kind="quiet" href={importPath}>
          {words.back}
        </ButtonLink>
      </div>
    </ConsoleLayout>
  );
}

/** "นำเข้าแล้ว 500 จาก 5,000 รายชื่อ". */
export function importProgressSaid(page: PageContext, { counts }: SeenList): string {
  return page.words.credentials.import.progress(figure(counts.made), figure(counts.made + counts.ready));
}

function Running({ page, list }: Props) {
  const words = page.words.credentials.import;
  const { made, ready } = list.counts;
  return (
    <div class="run-progress">
      <progress id="progress" value={made} max={Math.max(made + ready, 1)} aria-labelledby="progress-said" />
      <p id="progress-said">{importProgressSaid(page, list)}</p>
      <p>{words.runs}</p>
      <div class="buttons">
        <ButtonLink href={listAddress(list.id)}>{words.refresh}</ButtonLink>
      </div>
    </div>
  );
}

function Make({ page, list: { id, counts } }: Props) {
  const words = page.words.credentials.import;
  if (counts.ready === 0) return <p class="lead">{words.nothingReady}</p>;
  return (
    <form class="card stack" method="post" action={`${importPath}/${id}/make`}>
      <p>{words.makeLead(figure(counts.ready), figure(counts.faulty))}</p>
      <div class="buttons">
        <Button>{words.make(figure(counts.ready))}</Button>
      </div>
    </form>
  );
}

function Kinds({ page, list, state }: Props) {
  const words = page.words.credentials.import;
  const current = (each: ImportRowState | null) =>
    each === state ? { "aria-current": "true" as const } : {};
  return (
    <nav class="kinds" aria-label={words.filterLabel}>
      <a href={listAddress(list.id)} {...current(null)}>
        {words.all} <b>{figure(list.total)}</b>
      </a>
      {importRowStates.map((each) => (
        <a href={listAddress(list.id, each)} {...current(each)}>
          {words.rowStates[each]} <b>{figure(list.counts[each])}</b>
        </a>
      ))}
    </nav>
  );
}

function columnsOf(page: PageContext) {
  const words = page.words.credentials.import;
  const { columns } = words;
  return [
    { title: words.line, cell: ({ line }: SeenImportRow) => String(line), figures: true },
    { title: columns.agency, cell: ({ typed }: SeenImportRow) => typed.agency },
    {
      title: columns.userCode,
      cell: ({ typed }: SeenImportRow) => <span class="figures">{typed.userCode}</span>,
    },
    {
      title: words.name,
      cell: ({ typed }: SeenImportRow) => <WholeName>{`${typed.firstName} ${typed.lastName}`}</WholeName>,
    },
    { title: columns.device, cell: ({ typed }: SeenImportRow) => typed.device },
    {
      title: words.result,
      cell: ({ state }: SeenImportRow) => <StatusTag tone={tones[state]}>{words.rowStates[state]}</StatusTag>,
    },
    { title: words.why, cell: (row: SeenImportRow) => <Faults page={page} row={row} /> },
  ];
}

function Faults({ page, row: { faults } }: { readonly page: PageContext; readonly row: SeenImportRow }) {
  if (faults.length === 0) return <>–</>;
  return (
    <ul class="cell-list">
      {faultsSaid(page, faults).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  );
}

/** What is wrong with a row, a sentence a cell: "อีเมล: รูปแบบอีเมลไม่ถูกต้อง". */
export function faultsSaid(page: PageContext, faults: SeenImportRow["faults"]): readonly string[] {
  const words = page.words.credentials.import;
  return faults.map(({ column, kind }) => words.fault(words.columns[column], words.faults[kind]));
}
