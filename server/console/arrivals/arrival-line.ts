import { formatTime } from "../../kernel/thai-date.ts";
import type { ShownDayArrival } from "../../visits/actions/see-arrivals.ts";
import { nameIn } from "../../visits/names.ts";
import type { ArrivalLine } from "../../visits/arrival-line.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import type { PageContext } from "../../http/page/context.ts";

/** An arrival in the reader's language. */
export function arrivalLine(page: PageContext, arrival: ShownDayArrival): ArrivalLine {
  const { arrivals, counter } = page.words;
  return {
    position: `${arrival.at}_${arrival.id}`,
    cells: [
      String(arrival.number),
      formatTime(new Date(arrival.at), page.language),
      arrival.maskedName ?? arrivals.unnamed,
      nameIn(arrival.service, page.language),
      formatServiceCode(arrival.code),
      counter.way[arrival.way],
    ],
    href: `/console/visits/${arrival.visitId}`,
  };
}
