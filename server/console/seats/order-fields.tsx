import { orderLimits, orderTexts } from "../../credentials/seat-order.ts";
import { DateField } from "../../http/page/date-field.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { formatDay } from "../../kernel/thai-date.ts";
import type { NamingFieldsProps } from "./person-fields.tsx";

/** The order that names them: an earlier one, or a new one with its text, and its days. */
export function OrderFields(props: NamingFieldsProps) {
  const { page, offer, typed } = props;
  const words = page.words.credentials.naming;
  return (
    <>
      <Days {...props} />
      {offer.orders.length === 0 ? (
        <input type="hidden" name="orderId" value="" />
      ) : (
        <SelectField
          name="orderId"
          label={words.useOrder}
          hint={words.useOrderHint}
          value={typed.orderId}
          options={[
            { value: "", label: words.newOrder },
            ...offer.orders.map(({ id, number, dated }) => ({
              value: id,
              label: words.keptOrder(number, formatDay(dated, page.language)),
            })),
          ]}
        />
      )}
      <NewOrder {...props} />
    </>
  );
}

function Days({ page, typed, faultAt }: NamingFieldsProps) {
  const words = page.words.credentials.naming;
  return (
    <>
      <DateField
        page={page}
        name="starts"
        label={words.starts}
        whole
        error={faultAt("startsDay")}
        value={{ day: typed.startsDay, month: typed.startsMonth, year: typed.startsYear }}
      />
      {typed.part === "deputy" ? (
        <DateField
          page={page}
          name="ends"
          label={words.ends}
          whole
          error={faultAt("endsDay")}
          value={{ day: typed.endsDay, month: typed.endsMonth, year: typed.endsYear }}
        />
      ) : null}
    </>
  );
}

function NewOrder({ page, offer, typed, faultAt }: NamingFieldsProps) {
  const words = page.words.credentials.naming;
  return (
    <section class="card stack" aria-labelledby="new-order">
      <h2 id="new-order">{words.newOrder}</h2>
      {offer.orders.length === 0 ? null : <p class="hint">{words.newOrderHint}</p>}
      <Field
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={faultAt("number")}
        value={typed.number}
        maxlength={orderLimits.number}
      />
      <DateField
        page={page}
        name="dated"
        label={words.dated}
        whole
        error={faultAt("datedDay")}
        value={{ day: typed.datedDay, month: typed.datedMonth, year: typed.datedYear }}
      />
      <p class="hint">{words.textsHint}</p>
      {orderTexts.map((name) => (
        <TextArea
          name={name}
          label={words[name]}
          value={typed[name]}
          error={faultAt(name)}
          maxlength={orderLimits.text}
          rows={5}
        />
      ))}
    </section>
  );
}
