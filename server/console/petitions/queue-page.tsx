import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import type { SeenQueue } from "../../petitions/actions/see-queue.ts";
import { filters } from "../../petitions/queue.ts";
import type { QueueQuery } from "../../petitions/queue-query.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionsPath, placeText, queueAddress } from "./address.ts";
import { BulkForm } from "./bulk-form.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { QueueFilters, type TypedDays } from "./queue-filters.tsx";
import { QueueFind } from "./queue-find.tsx";
import { OrderLinks, SavedViews, SaveView, ViewLinks } from "./queue-views.tsx";

/** What was done a moment ago, as the address says. */
export const queueDone = ["saved", "dropped", "forwarded"] as const;
export type QueueDone = (typeof queueDone)[number];

export interface QueuePageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenQueue;
  readonly query: QueueQuery;
  readonly isFirst: boolean;
  /** What was typed into the search; only shown again when it was refused. */
  readonly typed: string;
  readonly days: TypedDays;
  /** The name of a view that was refused. */
  readonly viewName: string;
  /** Who was chosen to have what was chosen, where nothing was; null: oneself. */
  readonly chosenTo: string | null;
  readonly faults: readonly SummaryItem[];
  readonly done: QueueDone | null;
  readonly requestKey: string;
}

/** The officers' queue (E5.1): views and their counts, search and filters, and the petitions in order. */
export function QueuePage(props: QueuePageProps) {
  const { page, staff, seen, query, isFirst, faults, done } = props;
  const words = page.words.queue;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={`${words.title}: ${words.views[query.view]}`}
      wrong={faults.length > 0}
      scripts={["petition-keys.js", "choose-all.js"]}
    >
      <ErrorSummary page={page} items={faults} />
      {done === null ? null : <Banner tone="done" title={sayDone(page, done)} live />}
      <div class="desk-head">
        <h1>{words.title}</h1>
        <div class="buttons">
          <ButtonLink href={`${petitionsPath}/new`}>{page.words.desk.filing.open}</ButtonLink>
          <ButtonLink kind="quiet" href={`${petitionsPath}/line`}>
            {page.words.desk.line.menu}
          </ButtonLink>
        </div>
      </div>
      <QueueFind page={page} typed={props.typed} faults={faults} />
      <ViewLinks page={page} query={query} seen={seen} />
      <SavedViews page={page} seen={seen} query={query} />
      <QueueFilters page={page} seen={seen} query={query} days={props.days} faults={faults} />
      <OrderLinks page={page} query={query} />
      {seen.lines.length === 0 ? (
        <Nothing page={page} query={query} seen={seen} />
      ) : (
        <BulkForm
          page={page}
          staff={staff}
          seen={seen}
          query={query}
          requestKey={props.requestKey}
          chosenTo={props.chosenTo}
        />
      )}
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={placeText}
        href={(at) => queueAddress(query, at)}
      />
      <SaveView
        page={page}
        query={query}
        typed={props.viewName}
        faults={faults}
        requestKey={props.requestKey}
      />
      <KeysHelp title={words.keys.title} rows={words.keys.rows} />
    </ConsoleLayout>
  );
}

function sayDone({ words }: PageContext, done: QueueDone): string {
  return done === "forwarded" ? words.desk.done.forwarded : words.queue.save[done];
}

function Nothing({ page, query, seen }: Pick<QueuePageProps, "page" | "query" | "seen">) {
  const words = page.words.queue;
  if (query.view === "unit" && !seen.isInUnit) {
    return (
      <EmptyState title={words.inNoUnit} icon="history">
        <p>{words.inNoUnitNext}</p>
      </EmptyState>
    );
  }
  const next = filters(query.filter)
    ? words.emptyNext.filtered
    : query.view === "mine"
      ? words.emptyNext.mine
      : words.emptyNext.other;
  return (
    <EmptyState title={words.empty[query.view]} icon="history">
      <p>{next}</p>
    </EmptyState>
  );
}
