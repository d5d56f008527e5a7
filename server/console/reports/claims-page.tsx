import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { StaffSession } from "../../http/env.ts";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import type { ClaimFilter, ClaimOrder, TypedClaimFilter } from "../../visits/claim-filter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { claimAddress, claimsPath } from "./claim-address.ts";
import { ClaimFilters } from "./claim-filters.tsx";
import { ClaimList } from "./claim-list.tsx";
import { ExportsTable } from "./exports-table.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenClaims;
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
  readonly typed: TypedClaimFilter & { readonly number: string };
  readonly faults: readonly SummaryItem[];
  readonly isFirst: boolean;
}

/** "ส่งออก eclaim" (F7.1): filters, the lines found, and the way to the file. */
export function ClaimsPage(props: Props) {
  const { page, staff, seen, filter, order, faults, isFirst } = props;
  const words = page.words.reports.claims;
  return (
    <ConsoleLayout page={page} staff={staff} current="claims" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ClaimFilters {...props} services={seen.services} chosen={seen.claims[0]?.person} path={claimsPath} />
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
          <ClaimList {...{ page, seen, filter, order, isFirst }} path={claimsPath} />
        </>
      )}
      <ExportsTable page={page} exports={seen.exports} />
    </ConsoleLayout>
  );
}

function exportAddress(filter: ClaimFilter, kind: string): string {
  return claimAddress(filter, { kind }, `${claimsPath}/export`);
}
