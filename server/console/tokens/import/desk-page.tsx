import type { SeenList } from "../../../credentials/actions/see-import.ts";
import { importKeptDays, type ImportState } from "../../../credentials/holder-import.ts";
import type { StaffSession } from "../../../http/env.ts";
import { EmptyState } from "../../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../../http/page/button.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { ErrorSummary } from "../../../http/page/error-summary.tsx";
import { FileField } from "../../../http/page/file-field.tsx";
import { StatusTag, type Tone } from "../../../http/page/status-tag.tsx";
import { Table } from "../../../http/page/table.tsx";
import { requestKeyField } from "../../../http/request-key.ts";
import { formatMoment } from "../../../kernel/thai-date.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { importPath, listAddress } from "./paths.ts";

export const importTones = {
  judged: "plain",
  running: "waiting",
  done: "done",
} as const satisfies Record<ImportState, Tone>;

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly lists: readonly SeenList[];
  readonly requestKey: string;
  readonly refusal: string | null;
}

/** Where a list of holders is sent, and those that were. */
export function ImportDeskPage({ page, staff, lists, requestKey, refusal }: Props) {
  const words = page.words.credentials.import;
  const told = { name: "file", hint: words.fileHint, error: refusal ?? undefined };
  const wrong = refusal !== null;
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenImport" title={words.title} wrong={wrong}>
      <ErrorSummary page={page} items={refusal === null ? [] : [{ field: "file", sentence: refusal }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="card stack" method="post" action={importPath} enctype="multipart/form-data">
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <FileField label={words.file} accept=".xlsx,.csv,.txt,text/csv" {...told} />
        <div class="buttons">
          <Button>{words.send}</Button>
          <ButtonLink kind="quiet" icon="download" href={`${importPath}/template.xlsx`}>
            {words.template}
          </ButtonLink>
        </div>
      </form>
      {lists.length === 0 ? <EmptyState title={words.none} /> : <Lists page={page} lists={lists} />}
      <p class="hint">{words.kept(importKeptDays)}</p>
    </ConsoleLayout>
  );
}

function Lists({ page, lists }: Pick<Props, "page" | "lists">) {
  const words = page.words.credentials.import;
  const columns = [
    { title: words.madeAt, cell: ({ madeAt }: SeenList) => formatMoment(madeAt, page.language) },
    { title: words.fileName, cell: ({ fileName }: SeenList) => fileName },
    { title: words.rows, cell: ({ total }: SeenList) => total.toLocaleString("en"), figures: true },
    {
      title: words.state,
      cell: ({ state }: SeenList) => <StatusTag tone={importTones[state]}>{words.states[state]}</StatusTag>,
    },
    {
      title: words.open,
      cell: ({ id }: SeenList) => <ButtonLink href={listAddress(id)}>{words.open}</ButtonLink>,
    },
  ];
  return <Table caption={words.lately} rows={lists} columns={columns} />;
}
