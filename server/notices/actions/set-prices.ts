import { record } from "../../audit/store.ts";
import { readMoney, type NumberRefusal } from "../../forms/typed-number.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { savePrices } from "../store/message-price.ts";

/** As they were typed, in baht; empty: nobody knows. */
export interface TypedPrices {
  readonly push: string;
  readonly sms: string;
}

export interface PriceRefusal {
  readonly kind: "price_wrong";
  readonly field: keyof TypedPrices;
  readonly why: NumberRefusal;
}

/** A message dearer than this is a typing mistake. */
const dearestSatang = 10_000;

/** Keeps what a push and an SMS cost an agency. Refuses what is no amount from 0 to 100 baht. */
export async function setPrices(
  ports: Ports,
  actor: Staff,
  typed: TypedPrices,
): Promise<Result<undefined, PriceRefusal>> {
  const push = read(typed.push);
  if (!push.ok) return refuse({ kind: "price_wrong", field: "push", why: push.refusal });
  const sms = read(typed.sms);
  if (!sms.ok) return refuse({ kind: "price_wrong", field: "sms", why: sms.refusal });
  const { agencyId } = actor;
  await ports.db.as(actor, async (tx) => {
    await savePrices(tx, agencyId, { pushSatang: push.value, smsSatang: sms.value });
    await record(ports, tx, { action: "agency.message_prices_set", actor, agencyId, subjectId: agencyId });
  });
  return ok();
}

function read(typed: string): Result<number | null, NumberRefusal> {
  return typed.trim() === "" ? ok(null) : readMoney(typed, { min: 0, max: dearestSatang });
}
