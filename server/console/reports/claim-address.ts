import { parseKeptFilter, type ClaimFilter, type ClaimOrder } from "../../visits/claim-filter.ts";
import type { ClaimPosition } from "../../visits/claim-position.ts";
import { isUuid } from "../../kernel/uuid.ts";
import { parseBangkokDay } from "../../kernel/thai-date.ts";

export const claimsPath = "/console/reports/claims";

/**
 * The address of a report: days, service and status in words of our own, a person by id and never by number;
 * `more` says in which order, which page, or what of it.
 */
export function claimAddress(
  filter: ClaimFilter,
  more: Readonly<Record<string, string>> = {},
  path = claimsPath,
): string {
  const { from, until, service, status, personId } = filter;
  const query = new URLSearchParams({ from, until });
  if (service !== null) query.set("service", service);
  if (status !== null) query.set("status", status);
  if (personId !== null) query.set("person", personId);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `${path}?${query.toString()}`;
}

/** An order as an address carries it: not at all when it is the usual one. */
export function orderText(order: ClaimOrder): Readonly<Record<string, string>> {
  return order === "latest" ? {} : { order };
}

/** Reads a filter out of an address; null: it names no days of ours. */
export function filterOfAddress(query: (name: string) => string | undefined): ClaimFilter | null {
  return parseKeptFilter({
    from: query("from") ?? null,
    until: query("until") ?? null,
    service: query("service") ?? null,
    status: query("status") ?? null,
    personId: query("person") ?? null,
  });
}

/** A position in an address: "2026-11-21.<visit>.<key>". */
export function placeText({ day, visitId, key }: ClaimPosition): string {
  return [day, visitId, key].join(".");
}

/** Reads a position back; null: it is none of ours. */
export function parsePlace(text: string): ClaimPosition | null {
  const [day = "", visitId = "", key = "", ...rest] = text.split(".");
  const isPlace =
    parseBangkokDay(day).ok && isUuid(visitId) && /^[0-9A-Za-z-]{9,36}$/.test(key) && rest.length === 0;
  return isPlace ? { day, visitId, key } : null;
}
