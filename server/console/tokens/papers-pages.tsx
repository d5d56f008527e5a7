import type { Child } from "hono/jsx";
import type { ListedLetter, ListedOrder } from "../../credentials/agency-papers.ts";
import type { TokenAgencySeen } from "../../credentials/actions/see-token-agencies.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { OrdersList } from "../seats/orders-list.tsx";
import { agencyAddress, agencyPapersAddress, letterAddress, officeOrderAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly agency: TokenAgencySeen;
  readonly isFirst: boolean;
}

/** The frame of a list of papers of one agency, with the way back to it. */
function PapersFrame(props: Omit<Props, "isFirst"> & { readonly title: string; children?: Child }) {
  const { page, staff, agency, title, children } = props;
  const back = agencyAddress(agency.id);
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenAgencies" title={title} back={back}>
      <h1>{title}</h1>
      <p class="lead">{nameIn(agency, page.language)}</p>
      {children}
    </ConsoleLayout>
  );
}

/** The written orders of one agency, as the central office looks for them. */
export function AgencyOrdersPage(props: Props & { readonly orders: TurnedPage<ListedOrder, MomentPlace> }) {
  const { page, staff, agency, orders, isFirst } = props;
  const { list } = page.words.credentials.orders;
  return (
    <PapersFrame page={page} staff={staff} agency={agency} title={list.title}>
      <OrdersList
        page={page}
        orders={orders}
        isFirst={isFirst}
        path={agencyPapersAddress(agency.id, "orders")}
        addressOf={officeOrderAddress}
        emptyNext={list.emptyOffice}
      />
    </PapersFrame>
  );
}

/** The sealed letters that were made for people of one agency. */
export function AgencyLettersPage(
  props: Props & { readonly letters: TurnedPage<ListedLetter, MomentPlace> },
) {
  const { page, staff, agency, letters, isFirst } = props;
  const { list } = page.words.credentials.letters;
  const path = agencyPapersAddress(agency.id, "letters");
  return (
    <PapersFrame page={page} staff={staff} agency={agency} title={list.title}>
      {letters.rows.length === 0 ? (
        <EmptyState title={list.empty} icon="people">
          <p>{list.emptyNext}</p>
        </EmptyState>
      ) : (
        <Table caption={list.caption} rows={letters.rows} columns={letterColumns(page)} />
      )}
      <PageTurns
        page={page}
        turned={letters}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `${path}?${new URLSearchParams(at).toString()}`}
      />
    </PapersFrame>
  );
}

function letterColumns(page: PageContext): readonly Column<ListedLetter>[] {
  const { letters: words, seats, rights, parts } = page.words.credentials;
  const moment = (at: Date) => formatMoment(at, page.language);
  return [
    {
      title: words.madeAt,
      cell: ({ madeAt }) => <span class="nowrap">{moment(madeAt)}</span>,
      sorted: "descending",
    },
    { title: seats.userCode, cell: ({ userCode }) => <span class="user-code">{userCode}</span> },
    { title: seats.right, cell: ({ right, part }) => `${rights[right]} · ${parts[part]}` },
    {
      title: seats.state,
      cell: ({ openedAt }) =>
        openedAt === null ? (
          <StatusTag tone="waiting">{words.ready.title}</StatusTag>
        ) : (
          words.list.opened(moment(openedAt))
        ),
    },
    {
      title: words.office.actions,
      cell: ({ id }) => <ButtonLink href={letterAddress(id)}>{words.office.open}</ButtonLink>,
    },
  ];
}
