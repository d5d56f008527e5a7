import type { OpenRow } from "./open-row.ts";

/** The columns of open data, named for machines; what each means stands in the words. */
export const openColumns = [
  { name: "month", type: "month" },
  { name: "service", type: "text" },
  { name: "service_name", type: "text" },
  { name: "status", type: "text" },
  { name: "outcome", type: "text" },
  { name: "count", type: "number" },
  { name: "median_working_days", type: "number" },
] as const;
export type OpenColumn = (typeof openColumns)[number]["name"];

/** A row under those columns; null where it tells nothing. */
export type OpenLine = Readonly<Record<OpenColumn, string | number | null>>;

const open: readonly unknown[] = ["submitted", "received", "in_progress"];

/** A row of open data as a line, its service named. */
export function openLine(
  row: OpenRow,
  services: readonly { readonly id: string; readonly slug: string; readonly nameTh: string }[],
): OpenLine {
  const { month, standing, count, medianDays } = row;
  const service = services.find(({ id }) => id === row.serviceId);
  const isOpen = open.includes(standing);
  return {
    month,
    service: service?.slug ?? null,
    service_name: service?.nameTh ?? null,
    status: standing === null ? null : isOpen ? standing : "completed",
    outcome: isOpen ? null : standing,
    count,
    median_working_days: medianDays,
  };
}
