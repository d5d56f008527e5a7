import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import { claimOrders, type ClaimFilter, type ClaimOrder } from "../../visits/claim-filter.ts";
import { claimAddress, orderText, placeText } from "./claim-address.ts";
import { ClaimsTable } from "./claims-table.tsx";

interface Props {
  readonly page: PageContext;
  readonly seen: SeenClaims;
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
  readonly isFirst: boolean;
  /** The page the list stands on. */
  readonly path: string;
  /** True: each line leads to its visit. */
  readonly opens?: boolean;
}

/** The lines that were found, in the order that was chosen, and the pages beside them. */
export function ClaimList({ page, seen, filter, order, isFirst, path, opens = false }: Props) {
  const address = (chosen: ClaimOrder, at: Readonly<Record<string, string>> = {}) =>
    claimAddress(filter, { ...orderText(chosen), ...at }, path);
  const words = page.words.reports.claims;
  return (
    <>
      <nav class="kinds" aria-label={words.order}>
        {claimOrders.map((each) => (
          <a href={address(each)} {...(each === order ? { "aria-current": "true" as const } : {})}>
            {words.orders[each]}
          </a>
        ))}
      </nav>
      <ClaimsTable
        page={page}
        claims={seen.claims}
        caption={seen.total === null ? words.list : words.found(seen.total.toLocaleString("en"))}
        order={order}
        opens={opens}
      />
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={placeText}
        href={(at) => address(order, at)}
      />
    </>
  );
}
