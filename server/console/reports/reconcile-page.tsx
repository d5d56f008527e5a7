import { Button, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import type { StaffSession } from "../../http/env.ts";
import { requestKeyField } from "../../http/request-key.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { seeReconciliations } from "../../visits/actions/see-reconciliation.ts";
import { listKeptDays } from "../../visits/reconciliation.ts";
import type { ReconciliationState } from "../../visits/reconciled.ts";
import { ConsoleLayout } from "../layout.tsx";
import { listAddress, reconcilePath } from "./reconcile-path.ts";

const tones = {
  waiting: "waiting",
  running: "waiting",
  done: "done",
  failed: "refused",
} as const satisfies Record<ReconciliationState, Tone>;

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly lists: Awaited<ReturnType<typeof seeReconciliations>>;
  readonly requestKey: string;
  readonly refusal: string | null;
}

/** The reconciliation desk (N3): sending a list, and those that were sent. */
export function ReconcilePage({ page, staff, lists, requestKey, refusal }: Props) {
  const words = page.words.reports.reconcile;
  const told = { name: "file", hint: words.fileHint, error: refusal ?? undefined };
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="reconciliation"
      title={words.title}
      wrong={refusal !== null}
    >
      <ErrorSummary page={page} items={refusal === null ? [] : [{ field: "file", sentence: refusal }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={reconcilePath} enctype="multipart/form-data">
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <FileField label={words.file} accept=".xlsx,.csv,.txt,text/csv" {...told} />
        <div class="buttons">
          <Button>{words.upload}</Button>
        </div>
      </form>
      {lists.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <Table
          caption={words.lately}
          rows={lists}
          columns={[
            { title: words.madeAt, cell: ({ madeAt }) => formatMoment(madeAt, page.language) },
            { title: words.fileName, cell: ({ fileName }) => fileName },
            { title: words.rows, cell: ({ total }) => total.toLocaleString("en"), figures: true },
            {
              title: words.state,
              cell: ({ state }) => <StatusTag tone={tones[state]}>{words.states[state]}</StatusTag>,
            },
            {
              title: words.open,
              cell: ({ id }) => <ButtonLink href={listAddress(id)}>{words.open}</ButtonLink>,
            },
          ]}
        />
      )}
      <p class="hint">{words.kept(listKeptDays)}</p>
    </ConsoleLayout>
  );
}
