import { EmptyState } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { StaffSession } from "../../http/env.ts";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import type { ClaimFilter, ClaimOrder } from "../../visits/claim-filter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { ClaimFilters } from "../reports/claim-filters.tsx";
import { ClaimList } from "../reports/claim-list.tsx";
import type { TypedSearch } from "../reports/claim-search.ts";

export const visitsPath = "/console/visits";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenClaims;
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
  readonly typed: TypedSearch;
  readonly faults: readonly SummaryItem[];
  readonly isFirst: boolean;
}

/** "ค้นหา/แก้ไข ข้อมูลการรับบริการ" (F4.1): the same search as the report's, each line leading to its visit. */
export function FindPage({ page, staff, seen, filter, order, typed, faults, isFirst }: Props) {
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
        order={order}
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
        <ClaimList {...{ page, seen, filter, order, isFirst }} path={visitsPath} opens />
      )}
    </ConsoleLayout>
  );
}
