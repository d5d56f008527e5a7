import { wordingIn } from "../../forms/wording.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import type { SeenQueue } from "../../petitions/actions/see-queue.ts";
import { petitionStatuses } from "../../petitions/petition-status.ts";
import { filters, nothingFiltered } from "../../petitions/queue.ts";
import type { QueueQuery } from "../../petitions/queue-query.ts";
import { nameIn } from "../../visits/names.ts";
import { petitionsPath, queueAddress } from "./address.ts";

/** The days of the filter as they were typed. */
export interface TypedDays {
  readonly from: string;
  readonly until: string;
}

interface Props {
  readonly page: PageContext;
  readonly seen: SeenQueue;
  readonly query: QueueQuery;
  readonly days: TypedDays;
  readonly faults: readonly SummaryItem[];
}

/** What narrows the list: service, unit, officer, status, waiting, days of filing; folded away while unused. */
export function QueueFilters({ page, seen, query, days, faults }: Props) {
  const words = page.words.queue;
  const { filter } = query;
  const error = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const all = { value: "", label: words.any };
  const isUsed = filters(filter) || error("from") !== undefined || error("until") !== undefined;
  return (
    <details class="fold" open={isUsed}>
      <summary>{words.filter}</summary>
      <form class="filters many" method="get" action={petitionsPath}>
        <input type="hidden" name="view" value={query.view} />
        <input type="hidden" name="order" value={query.order} />
        {filter.personId === null ? null : (
          <p class="hint">
            <input type="hidden" name="person" value={filter.personId} />
            {words.ofPerson}
          </p>
        )}
        <SelectField
          name="service"
          label={words.service}
          value={filter.serviceId ?? ""}
          options={[
            all,
            ...seen.services.map(({ id, name }) => ({ value: id, label: wordingIn(name, page.language) })),
          ]}
        />
        <SelectField
          name="unit"
          label={words.unit}
          value={filter.unitId ?? ""}
          options={[
            all,
            ...seen.units.map((unit) => ({ value: unit.id, label: nameIn(unit, page.language) })),
          ]}
        />
        <SelectField
          name="officer"
          label={words.officer}
          value={filter.officerId ?? ""}
          options={[all, ...seen.officers.map(({ staffId, name }) => ({ value: staffId, label: name }))]}
        />
        <SelectField
          name="status"
          label={words.status}
          value={filter.status ?? ""}
          options={[
            all,
            ...petitionStatuses.map((status) => ({
              value: status,
              label: page.words.petitions.statuses[status],
            })),
          ]}
        />
        <Days page={page} days={days} error={error} />
        <label class="choice">
          <input type="checkbox" name="waits" value="1" checked={filter.waits} />
          <span>{words.waitsOnly}</span>
        </label>
        <ButtonGroup>
          <Button kind="secondary">{words.apply}</Button>
          <ButtonLink kind="quiet" href={queueAddress({ ...query, filter: nothingFiltered })}>
            {words.clear}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </details>
  );
}

function Days(props: {
  readonly page: PageContext;
  readonly days: TypedDays;
  readonly error: (field: string) => string | undefined;
}) {
  const words = props.page.words.queue;
  return (
    <div class="days-pair">
      {(["from", "until"] as const).map((name) => (
        <Field
          name={name}
          label={words[name]}
          hint={words.dayHint}
          value={props.days[name]}
          maxlength={20}
          error={props.error(name)}
        />
      ))}
    </div>
  );
}
