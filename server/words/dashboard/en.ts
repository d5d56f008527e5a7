import type { Shape } from "../shape.ts";
import type { dashboardTh } from "./th.ts";

/** The figures of a facility and of a region, in English. */
export const dashboardEn: Shape<typeof dashboardTh> = {
  title: "Today at a glance",
  lead: (day, time) => `${day}, as of ${time}`,
  codes: "Codes issued",
  drafts: "Waiting to be confirmed",
  cancelled: "Cancelled",
  scans: "QR scans",
  scansRefused: "Scans refused",
  hoursTitle: "Codes issued today, by hour",
  hoursSummary: (codes, busiest) =>
    codes === 0 ? "No code was issued today yet" : `${codes} codes issued, most of them at ${busiest}`,
  hour: "Hour",
  hourSpan: (hour) => `${String(hour).padStart(2, "0")}:00–${String(hour).padStart(2, "0")}:59`,
  trendTitle: "The last 30 days",
  trendSummary: (total, average) => `${total} codes in the last 30 days, ${average} a day on average`,
  day: "Day",
  total: "Total",
  asTable: "Show as a table",
  way: {
    line_qr: "QR scanned in LINE",
    card: "ID card",
    picture: "Number and picture",
    slip: "Spare paper slip",
    api: "Hospital's own system",
  },
  empty: "Nobody has come today yet. The figures appear by themselves once a code is issued.",
  print: "Print this page",
  regionTitle: "Facilities of this office",
  regionLead: (day) => `${day}, counted again every minute`,
  regionEmpty: "No facility belongs to this office yet",
  facility: "Facility",
  hcode: "Facility code",
  codesToday: "Codes today",
  codesTrend: "Codes in 30 days",
  notCounted: "Not counted yet",
};
