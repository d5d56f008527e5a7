import type { OrderSeen } from "../../credentials/order-view.ts";
import { isNumbered, orderTexts } from "../../credentials/seat-order.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { Words } from "../../words/words.ts";

/** What an order is called: by its number, or as the one a holder brought. */
export function orderTitle(words: Words["credentials"]["orders"], order: OrderSeen): string {
  return isNumbered(order) ? words.title(order.number) : words.brought.title;
}

/** What an order says; of a brought one only its files tell. */
export function OrderTexts({ page, order }: { readonly page: PageContext; readonly order: OrderSeen }) {
  const { orders: words, naming } = page.words.credentials;
  if (order.isBrought) return null;
  return (
    <section class="card stack" aria-labelledby="texts">
      <h2 id="texts">{words.texts}</h2>
      {orderTexts.map((name) => (
        <>
          <h3>{naming[name]}</h3>
          <p class="as-typed">{order.text[name]}</p>
        </>
      ))}
    </section>
  );
}
