import type { ListedOrder } from "../../credentials/agency-papers.ts";
import { isNumbered } from "../../credentials/seat-order.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly orders: TurnedPage<ListedOrder, MomentPlace>;
  readonly isFirst: boolean;
  /** Where the list itself stands, without a query. */
  readonly path: string;
  /** Where one of them stands. */
  readonly addressOf: (orderId: string) => string;
  /** What to do where there is none. */
  readonly emptyNext: string;
}

/** The written orders of an agency, newest first, for its head and for the central office. */
export function OrdersList({ page, orders, isFirst, path, addressOf, emptyNext }: Props) {
  const words = page.words.credentials.orders;
  return (
    <>
      {orders.rows.length === 0 ? (
        <EmptyState title={words.list.empty} icon="people">
          <p>{emptyNext}</p>
        </EmptyState>
      ) : (
        <Table caption={words.list.caption} rows={orders.rows} columns={columnsOf(page, addressOf)} />
      )}
      <PageTurns
        page={page}
        turned={orders}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${path}?${new URLSearchParams(at).toString()}`}
      />
    </>
  );
}

function columnsOf(page: PageContext, addressOf: Props["addressOf"]): readonly Column<ListedOrder>[] {
  const { orders: words, letters } = page.words.credentials;
  const { language } = page;
  return [
    {
      title: words.madeAt,
      cell: ({ madeAt }) => <span class="nowrap">{formatMoment(madeAt, language)}</span>,
      sorted: "descending",
    },
    {
      title: words.number,
      cell: (order) => (isNumbered(order) ? order.number : words.brought.unnumbered),
    },
    {
      title: words.dated,
      cell: (order) => (
        <span class="nowrap">{isNumbered(order) ? formatDay(order.dated, language) : "–"}</span>
      ),
    },
    { title: words.list.from, cell: ({ isBrought }) => words.list.by[isBrought ? "holder" : "head"] },
    { title: words.list.people, cell: ({ people }) => people, figures: true },
    {
      title: words.list.files,
      cell: ({ files }) => (files === 0 ? words.list.noFiles : files),
      figures: true,
    },
    {
      title: letters.office.actions,
      cell: ({ id }) => <ButtonLink href={addressOf(id)}>{letters.office.open}</ButtonLink>,
    },
  ];
}
