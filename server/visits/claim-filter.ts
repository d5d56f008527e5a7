import { ok, refuse, type Result } from "../kernel/result.ts";
import { addDays, parseBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";
import { readListedDay } from "./listed-day.ts";
import { parseServiceTypeCode, type ServiceTypeCode } from "./service-type.ts";
import { visitStatuses, type VisitStatus } from "./visit.ts";

/** What a report is made of (F7): days, and where given one service, one status, one person. */
export interface ClaimFilter {
  readonly from: BangkokDay;
  readonly until: BangkokDay;
  readonly service: ServiceTypeCode | null;
  readonly status: VisitStatus | null;
  readonly personId: string | null;
}

/** In which order of their days lines are shown. */
export const claimOrders = ["latest", "earliest"] as const;
export type ClaimOrder = (typeof claimOrders)[number];

/** Reads an order out of an address or a form; latest first for anything else. */
export function parseClaimOrder(text: string | undefined): ClaimOrder {
  return claimOrders.find((order) => order === text) ?? "latest";
}

/** As it was typed into the fields of the page. */
export interface TypedClaimFilter {
  readonly from: string;
  readonly until: string;
  readonly service: string;
  readonly status: string;
}

export type ClaimFilterRefusal =
  | { readonly kind: "claim_day_unreadable"; readonly field: "from" | "until" }
  | { readonly kind: "claim_days_turned"; readonly field: "until" };

/** The days that stand there before anybody chose. */
export function defaultClaimDays(today: BangkokDay): {
  readonly from: BangkokDay;
  readonly until: BangkokDay;
} {
  return { from: addDays(today, -6), until: today };
}

/**
 * Reads the fields of the page: days in any way a list of visits may write them (readListedDay), a service and a status
 * of those that were offered; anything else there means all. Empty days mean the last seven. Refuses days that cannot
 * be read or are still to come, and a last day before the first.
 */
export function readClaimFilter(
  typed: TypedClaimFilter,
  personId: string | null,
  today: BangkokDay,
): Result<ClaimFilter, ClaimFilterRefusal> {
  const preset = defaultClaimDays(today);
  const from = readDay(typed.from, preset.from, today);
  if (from === null) return refuse({ kind: "claim_day_unreadable", field: "from" });
  const until = readDay(typed.until, preset.until, today);
  if (until === null) return refuse({ kind: "claim_day_unreadable", field: "until" });
  if (until < from) return refuse({ kind: "claim_days_turned", field: "until" });
  const service = parseServiceTypeCode(typed.service);
  return ok({
    from,
    until,
    service: service.ok ? service.value : null,
    status: visitStatuses.find((status) => status === typed.status) ?? null,
    personId,
  });
}

function readDay(text: string, preset: BangkokDay, today: BangkokDay): BangkokDay | null {
  if (text.trim() === "") return preset;
  const day = readListedDay(text, today);
  return day.ok ? day.value : null;
}

/** The filter as an export run keeps it and as addresses carry it: no personal data but a person's id. */
export type KeptClaimFilter = Readonly<Record<keyof ClaimFilter, string | null>>;

/** Reads a filter back; null: it is none of ours. */
export function parseKeptFilter(kept: Readonly<Record<string, string | null>>): ClaimFilter | null {
  const from = parseBangkokDay(kept["from"] ?? "");
  const until = parseBangkokDay(kept["until"] ?? "");
  const service = parseServiceTypeCode(kept["service"] ?? "");
  const personId = kept["personId"] ?? null;
  if (!from.ok || !until.ok || until.value < from.value) return null;
  return {
    from: from.value,
    until: until.value,
    service: service.ok ? service.value : null,
    status: visitStatuses.find((status) => status === kept["status"]) ?? null,
    personId: personId !== null && isUuid(personId) ? personId : null,
  };
}
