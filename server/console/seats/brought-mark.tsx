import { noDay, typedOfDay } from "../../forms/typed-day.ts";
import type { TypedOrderMark } from "../../credentials/order-mark.ts";
import type { OrderSeen } from "../../credentials/order-view.ts";
import { isNumbered, orderLimits } from "../../credentials/seat-order.ts";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DateField } from "../../http/page/date-field.tsx";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { orderAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly order: OrderSeen;
  readonly faults: readonly SummaryItem[];
  /** As it was typed; null: nothing was. */
  readonly typed: TypedOrderMark | null;
}

/** Number and day of an order that a holder brought, for the head to correct until the central office judges by it. */
export function BroughtMark({ page, order, faults, typed }: Props) {
  const { orders: words, naming } = page.words.credentials;
  if (order.isJudged) return <p class="hint">{words.brought.judged}</p>;
  const kept = isNumbered(order)
    ? { number: order.number, dated: typedOfDay(order.dated) }
    : { number: "", dated: noDay };
  const { number, dated } = typed ?? kept;
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.sentence;
  return (
    <form class="card stack" method="post" action={`${orderAddress(order.id)}/mark`} novalidate>
      <p>{words.brought.lead}</p>
      <Field
        name="number"
        label={words.number}
        hint={naming.numberHint}
        error={errorOf("number")}
        value={number}
        maxlength={orderLimits.number}
      />
      <DateField
        page={page}
        name="dated"
        label={words.dated}
        whole
        error={errorOf("datedDay")}
        value={dated}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.brought.save}</Button>
      </ButtonGroup>
    </form>
  );
}
