import { EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import type { StaffSession } from "../../http/env.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import type { ClaimFilter, TypedClaimFilter } from "../../visits/claim-filter.ts";
import { nameIn } from "../../visits/names.ts";
import { visitStatuses } from "../../visits/visit.ts";
import { ConsoleLayout } from "../layout.tsx";
import { claimAddress, claimsPath, placeText } from "./claim-address.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { ExportsTable } from "./exports-table.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenClaims;
  readonly filter: ClaimFilter;
  readonly typed: TypedClaimFilter & { readonly number: string };
  readonly faults: readonly SummaryItem[];
  readonly isFirst: boolean;
}

/** "ส่งออก eclaim" (F7.1): filters, the lines found, and the way to the file. */
export function ClaimsPage(props: Props) {
  const { page, staff, seen, filter, faults, isFirst } = props;
  const words = page.words.reports.claims;
  return (
    <ConsoleLayout page={page} staff={staff} current="claims" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Filters {...props} />
      {faults.length > 0 ? null : seen.claims.length === 0 ? (
        <EmptyState title={words.empty} icon="history">
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <>
          <ButtonGroup>
            <ButtonLink kind="primary" icon="download" href={exportAddress(filter, "xlsx")}>
              {words.exportXlsx}
            </ButtonLink>
            <ButtonLink icon="download" href={exportAddress(filter, "csv")}>
              {words.exportCsv}
            </ButtonLink>
          </ButtonGroup>
          <ClaimsTable page={page} claims={seen.claims} total={seen.total} />
          <nav class="buttons" aria-label={words.more}>
            {seen.next === null ? null : (
              <ButtonLink href={claimAddress(filter, { after: placeText(seen.next) })}>
                {words.more}
              </ButtonLink>
            )}
            {isFirst ? null : (
              <ButtonLink kind="quiet" href={claimAddress(filter)}>
                {words.first}
              </ButtonLink>
            )}
          </nav>
        </>
      )}
      <ExportsTable page={page} exports={seen.exports} />
    </ConsoleLayout>
  );
}

function exportAddress(filter: ClaimFilter, kind: string): string {
  return claimAddress(filter, { kind }, `${claimsPath}/export`);
}

function Filters({ page, seen, filter, typed, faults }: Props) {
  const words = page.words.reports.claims;
  const error = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  const person = filter.personId === null ? undefined : seen.claims[0]?.person;
  const all = { value: "", label: words.all };
  return (
    <form class="filters many" method="post" action={claimsPath} role="search">
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
          ...seen.services.map((service) => ({ value: service.code, label: nameIn(service, page.language) })),
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
        <ButtonLink kind="quiet" href={claimsPath}>
          {words.clear}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
