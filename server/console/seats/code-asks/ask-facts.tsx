import type { SeenCodeAsk } from "../../../credentials/actions/see-code-asks.ts";
import { holderName } from "../../../credentials/holding.ts";
import { isNumbered } from "../../../credentials/seat-order.ts";
import { Card, Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { formatCitizenId } from "../../../kernel/citizen-id.ts";
import { formatDay, formatMoment } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly seen: SeenCodeAsk;
  /** Where its reader opens an order. */
  readonly orderAddress: (orderId: string) => string;
}

/** Whom a user code is asked for, their hardware key, and the order. */
export function AskFacts({ page, seen, orderAddress }: Props) {
  const { codeAsks: words, naming, rights, seats, orders } = page.words.credentials;
  const { ask, agency, order } = seen;
  const { holder, serial } = ask.facts;
  const which =
    order && isNumbered(order)
      ? naming.keptOrder(order.number, formatDay(order.dated, page.language))
      : orders.brought.unnumbered;
  return (
    <Card title={words.who}>
      <div class="wide-facts">
        <Facts
          rows={[
            [words.agency, nameIn(agency, page.language)],
            [words.right, rights[ask.right]],
            [words.serial, <span class="code-like">{serial}</span>],
            [words.name, holderName(holder)],
            [naming.citizenId, formatCitizenId(holder.citizenId)],
            [naming.position, holder.position],
            [seats.email, holder.email ?? seats.noEmail],
            [words.mobile, holder.mobile ?? words.notGiven],
            [words.order, order ? <a href={orderAddress(order.id)}>{which}</a> : words.orderLater],
            [words.madeAt, formatMoment(ask.madeAt, page.language)],
          ]}
        />
      </div>
    </Card>
  );
}
