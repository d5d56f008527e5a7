import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { SeenQueue } from "../../petitions/actions/see-queue.ts";
import {
  countedUpTo,
  isOpenView,
  nothingFiltered,
  ordersOf,
  queueViews,
  type QueueView,
} from "../../petitions/queue.ts";
import { makeQueueQuery, type QueueQuery } from "../../petitions/queue-query.ts";
import { longestViewName } from "../../petitions/actions/save-view.ts";
import { petitionsPath, queueAddress } from "./address.ts";

interface Props {
  readonly page: PageContext;
  readonly query: QueueQuery;
}

/** The views of the queue with how many petitions wait in each. */
export function ViewLinks({ page, query, seen }: Props & { readonly seen: SeenQueue }) {
  const words = page.words.queue;
  const href = (view: QueueView) => queueAddress({ view, order: ordersOf(view)[0], filter: nothingFiltered });
  return (
    <nav class="kinds" aria-label={words.viewsLabel}>
      {queueViews
        .filter((view) => view !== "unit" || seen.isInUnit || view === query.view)
        .map((view) => (
          <a href={href(view)} {...(view === query.view ? { "aria-current": "page" as const } : {})}>
            {words.views[view]}
            {isOpenView(view) ? <b>{counted(seen.counts[view])}</b> : null}
          </a>
        ))}
    </nav>
  );
}

function counted(count: number): string {
  return count >= countedUpTo ? `${countedUpTo - 1}+` : String(count);
}

/** In which order the petitions stand. */
export function OrderLinks({ page, query }: Props) {
  const words = page.words.queue;
  return (
    <nav class="kinds" aria-label={words.order}>
      {ordersOf(query.view).map((order) => (
        <a
          href={queueAddress({ ...query, order })}
          {...(order === query.order ? { "aria-current": "true" as const } : {})}
        >
          {words.orders[order]}
        </a>
      ))}
    </nav>
  );
}

/** The officer's own views, each with the way to remove it. */
export function SavedViews({ page, seen, query }: Props & { readonly seen: SeenQueue }) {
  if (seen.saved.length === 0) return null;
  const words = page.words.queue;
  const here = makeQueueQuery(query);
  return (
    <nav class="kinds saved" aria-label={words.savedLabel}>
      {seen.saved.map(({ id, name, query: kept }) => (
        <span class="saved-view">
          <a
            href={`${petitionsPath}?${kept}`}
            {...(kept === here ? { "aria-current": "page" as const } : {})}
          >
            {name}
          </a>
          <form method="post" action={`${petitionsPath}/views/${id}/remove`}>
            <button
              class="drop"
              type="submit"
              aria-label={words.save.drop(name)}
              title={words.save.drop(name)}
            >
              ×
            </button>
          </form>
        </span>
      ))}
    </nav>
  );
}

/** Saving what the page shows under a name. */
export function SaveView(
  props: Props & {
    /** A name that was refused. */
    readonly typed: string;
    readonly faults: readonly SummaryItem[];
    readonly requestKey: string;
  },
) {
  const { page, query, typed, faults, requestKey } = props;
  const words = page.words.queue.save;
  const error = faults.find(({ field }) => field === "viewName")?.sentence;
  return (
    <form class="filters" method="post" action={`${petitionsPath}/views`}>
      <input type="hidden" name="query" value={makeQueueQuery(query)} />
      <input type="hidden" name={requestKeyField} value={requestKey} />
      <Field
        name="viewName"
        label={words.label}
        hint={words.hint}
        value={typed}
        maxlength={longestViewName}
        error={error}
      />
      <div class="buttons">
        <Button kind="secondary">{words.button}</Button>
      </div>
    </form>
  );
}
