import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import type { CounterPerson } from "../../identity/counter-person.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import type { ClaimFilter, ClaimOrder, TypedClaimFilter } from "../../visits/claim-filter.ts";
import { nameIn } from "../../visits/names.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import { visitStatuses } from "../../visits/visit.ts";

interface Props {
  readonly page: PageContext;
  readonly services: readonly ServiceType[];
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
  /** The person the lines are of, when a number was given. */
  readonly chosen: CounterPerson | undefined;
  readonly typed: TypedClaimFilter & { readonly number: string };
  readonly faults: readonly SummaryItem[];
  /** Where the search is posted, and where it is cleared. */
  readonly path: string;
}

/** Number, days, service and status: what the report and the list of visits are searched by. */
export function ClaimFilters({ page, services, filter, order, chosen, typed, faults, path }: Props) {
  const words = page.words.reports.claims;
  const error = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const person = filter.personId === null ? undefined : chosen;
  const all = { value: "", label: words.all };
  return (
    <form class="filters many" method="post" action={path} role="search">
      {order === "latest" ? null : <input type="hidden" name="order" value={order} />}
      <Field
        name="number"
        label={words.number}
        hint={person ? words.numberChosen(maskCitizenId(person.citizenId)) : words.numberHint}
        value={typed.number}
        inputmode="numeric"
        maxlength={40}
        error={error("number")}
      />
      <Field
        name="from"
        label={words.from}
        hint={words.dayHint}
        value={typed.from}
        maxlength={40}
        error={error("from")}
      />
      <Field
        name="until"
        label={words.until}
        hint={words.dayHint}
        value={typed.until}
        maxlength={40}
        error={error("until")}
      />
      <SelectField
        name="service"
        label={words.service}
        value={typed.service}
        options={[
          all,
          ...services.map((service) => ({ value: service.code, label: nameIn(service, page.language) })),
        ]}
      />
      <SelectField
        name="status"
        label={words.status}
        value={typed.status}
        options={[all, ...visitStatuses.map((status) => ({ value: status, label: words.statuses[status] }))]}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.search}</Button>
        <ButtonLink kind="quiet" href={path}>
          {words.clear}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
