import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { StaffSession } from "../../http/env.ts";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import type { ClaimFilter } from "../../visits/claim-filter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { claimAddress, placeText } from "../reports/claim-address.ts";
import { ClaimFilters } from "../reports/claim-filters.tsx";
import type { TypedSearch } from "../reports/claim-search.ts";
import { ClaimsTable } from "../reports/claims-table.tsx";

export const visitsPath = "/console/visits";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenClaims;
  readonly filter: ClaimFilter;
  readonly typed: TypedSearch;
  readonly faults: readonly SummaryItem[];
  readonly isFirst: boolean;
}

/** "ค้นหา/แก้ไข ข้อมูลการรับบริการ" (F4.1): the same search as the report's, each line leading to its visit. */
export function FindPage({ page, staff, seen, filter, typed, faults, isFirst }: Props) {
  const words = page.words.find;
  const { claims } = page.words.reports;
  return (
    <ConsoleLayout page={page} staff={staff} current="visits" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ClaimFilters
        page={page}
        services={seen.services}
        filter={filter}
        chosen={seen.claims[0]?.person}
        typed={typed}
        faults={faults}
        path={visitsPath}
      />
      {faults.length > 0 ? null : seen.claims.length === 0 ? (
        <EmptyState title={claims.empty} icon="history">
          <p>{claims.emptyNext}</p>
        </EmptyState>
      ) : (
        <>
          <ClaimsTable page={page} claims={seen.claims} total={seen.total} opens />
          <nav class="buttons" aria-label={claims.more}>
            {seen.next === null ? null : (
              <ButtonLink href={claimAddress(filter, { after: placeText(seen.next) }, visitsPath)}>
                {claims.more}
              </ButtonLink>
            )}
            {isFirst ? null : (
              <ButtonLink kind="quiet" href={claimAddress(filter, {}, visitsPath)}>
                {claims.first}
              </ButtonLink>
            )}
          </nav>
        </>
      )}
    </ConsoleLayout>
  );
}
