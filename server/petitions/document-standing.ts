import { addDays, type BangkokDay } from "../kernel/thai-date.ts";
import type { Validity } from "./document-template.ts";
import type { DocumentState } from "./issued-document.ts";

/** How a document stands on a day: as it is kept, or past its last day. */
export const documentStandings = ["genuine", "replaced", "revoked", "expired"] as const;
export type DocumentStanding = (typeof documentStandings)[number];

/** How a document stands `today`. What was revoked or replaced stays so after its last day. */
export function standingOf(
  { state, validUntil }: { readonly state: DocumentState; readonly validUntil: BangkokDay | null },
  today: BangkokDay,
): DocumentStanding {
  return state === "genuine" && validUntil !== null && today > validUntil ? "expired" : state;
}

/**
 * The last day on which a document issued on `issued` is good: a year from 21 November ends on 20 November. Where a
 * month has no such day its last one stands for it. Null: it does not end.
 */
export function validUntilOf(validity: Validity | null, issued: BangkokDay): BangkokDay | null {
  if (validity === null) return null;
  if (validity.unit === "days") return addDays(issued, validity.count - 1);
  const months = validity.unit === "years" ? validity.count * 12 : validity.count;
  return addDays(monthsLater(issued, months), -1);
}

function monthsLater(day: BangkokDay, months: number): BangkokDay {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth));
  return new Date(at).toISOString().slice(0, 10) as BangkokDay;
}
