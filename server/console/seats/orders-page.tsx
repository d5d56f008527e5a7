import type { ListedOrder } from "../../credentials/agency-papers.ts";
import type { StaffSession } from "../../http/env.ts";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { TurnedPage } from "../../kernel/keyset.ts";
import type { MomentPlace } from "../../kernel/moment-place.ts";
import { ConsoleLayout } from "../layout.tsx";
import { namingAddress, orderAddress, ordersHome, seatsHome } from "./addresses.ts";
import { OrdersList } from "./orders-list.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly orders: TurnedPage<ListedOrder, MomentPlace>;
  readonly isFirst: boolean;
}

/** Every written order of the head's agency. */
export function OrdersPage({ page, staff, orders, isFirst }: Props) {
  const { orders: words, seats } = page.words.credentials;
  const { title, lead, emptyOwn } = words.list;
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={title} back={seatsHome}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" icon="person" href={namingAddress({})}>
          {seats.nameOne}
        </ButtonLink>
      </ButtonGroup>
      <OrdersList
        page={page}
        orders={orders}
        isFirst={isFirst}
        path={ordersHome}
        addressOf={orderAddress}
        emptyNext={emptyOwn}
      />
    </ConsoleLayout>
  );
}
