import type { Staff } from "../../kernel/actor.ts";
import {
  bangkokDay,
  daysOfMonth,
  endOfBangkokDay,
  monthOf,
  startOfBangkokDay,
  type BangkokMonth,
} from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { isOfMonth, type PlanReading } from "../line-plan.ts";
import { sentLines, type MessagePrices, type SentLine } from "../message-month.ts";
import { findPlan } from "../store/line-plan.ts";
import { findPrices, listSent } from "../store/message-price.ts";

export interface MessageMonth {
  readonly month: BangkokMonth;
  /** What LINE said last this month of the plan of the channel; null: nothing yet. */
  readonly plan: PlanReading | null;
  readonly lines: readonly SentLine[];
  readonly prices: MessagePrices;
}

/** This month's messages of an agency by the way they went and what they cost, and how the LINE plan stands. */
export async function seeMessages(
  ports: Ports,
  actor: Staff,
  { channel }: { readonly channel: string },
): Promise<MessageMonth> {
  const now = ports.clock.now();
  const month = monthOf(bangkokDay(now));
  const { first, last } = daysOfMonth(month);
  return ports.db.as(actor, async (tx) => {
    const plan = await findPlan(tx, channel);
    const prices = await findPrices(tx, actor.agencyId);
    const counts = await listSent(tx, startOfBangkokDay(first), endOfBangkokDay(last));
    const ofMonth = plan !== null && isOfMonth(plan, now) ? plan : null;
    return { month, plan: ofMonth, lines: sentLines(counts, prices), prices };
  });
}
