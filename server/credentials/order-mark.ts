import { readTypedDay, type DayRefusal, type TypedDay } from "../forms/typed-day.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { isNumbered, orderLimits } from "./seat-order.ts";

/** Number and day by which a written order is known. */
export interface OrderMark {
  readonly number: string;
  readonly dated: BangkokDay;
}

/** The same as it was typed. */
export interface TypedOrderMark {
  readonly number: string;
  readonly dated: TypedDay;
}

export type OrderMarkFault =
  | { readonly field: "number"; readonly refusal: { readonly kind: "order_number_empty" } }
  | { readonly field: "number"; readonly refusal: { readonly kind: "text_long"; readonly limit: number } }
  | { readonly field: "datedDay"; readonly refusal: DayRefusal };

export type OrderMarkFaults = {
  readonly kind: "order_mark_faults";
  readonly faults: readonly OrderMarkFault[];
};

/** Reads number and day of an order. Refuses an empty or overlong number, and a day that is none or has not come. */
export function readOrderMark(typed: TypedOrderMark, today: BangkokDay): Result<OrderMark, OrderMarkFaults> {
  const faults: OrderMarkFault[] = [];
  const number = typed.number.normalize("NFC").trim();
  const dated = readTypedDay(typed.dated, "past", today);
  if (number === "" || !isNumbered({ number }))
    faults.push({ field: "number", refusal: { kind: "order_number_empty" } });
  const limit = orderLimits.number;
  if ([...number].length > limit) faults.push({ field: "number", refusal: { kind: "text_long", limit } });
  if (!dated.ok) faults.push({ field: "datedDay", refusal: dated.refusal });
  return dated.ok && faults.length === 0
    ? ok({ number, dated: dated.value })
    : refuse({ kind: "order_mark_faults", faults });
}
