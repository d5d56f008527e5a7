import type { NoticeRoute } from "./router.ts";

/** What a message costs an agency, in satang; null: it was not said. A reply and a mail cost nothing. */
export interface MessagePrices {
  readonly pushSatang: number | null;
  readonly smsSatang: number | null;
}

export const noPrices: MessagePrices = { pushSatang: null, smsSatang: null };

/** The ways a message goes out, cheapest first. */
export const sentRoutes = ["reply", "push", "mail", "sms"] as const satisfies readonly NoticeRoute[];
export type SentRoute = (typeof sentRoutes)[number];

/** How many went out by one way, and what they cost; null: nobody said what one costs. */
export interface SentLine {
  readonly route: SentRoute;
  readonly sent: number;
  readonly satang: number | null;
}

/** The messages of a month by the way they went, each with its cost. */
export function sentLines(
  counts: Readonly<Partial<Record<SentRoute, number>>>,
  prices: MessagePrices,
): readonly SentLine[] {
  const priceOf: Readonly<Record<SentRoute, number | null>> = {
    reply: 0,
    push: prices.pushSatang,
    mail: 0,
    sms: prices.smsSatang,
  };
  return sentRoutes.map((route) => {
    const sent = counts[route] ?? 0;
    const price = priceOf[route];
    return { route, sent, satang: sent === 0 ? 0 : price === null ? null : sent * price };
  });
}
