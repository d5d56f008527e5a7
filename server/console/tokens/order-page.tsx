import type { OrderSeen } from "../../credentials/order-view.ts";
import { isNumbered } from "../../credentials/seat-order.ts";
import type { StaffSession } from "../../http/env.ts";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { OrderFiles } from "../seats/order-files.tsx";
import { OrderTexts, orderTitle } from "../seats/order-texts.tsx";
import { agenciesHome, officeOrderAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly order: OrderSeen;
}

/** A written order of an agency as the central office reads it: its files, and what it says. */
export function OfficeOrderPage({ page, staff, order }: Props) {
  const { orders: words, letters } = page.words.credentials;
  const title = orderTitle(words, order);
  return (
    <ConsoleLayout page={page} staff={staff} current="tokenAgencies" title={title} back={agenciesHome}>
      <h1>{title}</h1>
      <Facts
        rows={[
          [letters.agency, nameIn(order.agency, page.language)],
          [words.dated, isNumbered(order) ? formatDay(order.dated, page.language) : words.brought.unnumbered],
          [words.people, order.people.map(({ name, userCode }) => `${name} (${userCode})`).join(" · ")],
        ]}
      />
      <section class="card stack" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <OrderFiles page={page} files={order.files} address={officeOrderAddress(order.id)} />
      </section>
      <OrderTexts page={page} order={order} />
    </ConsoleLayout>
  );
}
