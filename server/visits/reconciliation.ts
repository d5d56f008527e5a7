import type { ReconciledKind } from "./reconciled.ts";
import type { ServiceCodeStatus } from "./service-code.ts";
import type { ServiceTypeCode } from "./service-type.ts";
import type { ListedVisit } from "./visit-list.ts";

/** A code of the facility for the person and day of a listed visit. */
export interface CodeOfDay {
  readonly codeId: string;
  readonly service: ServiceTypeCode;
  readonly status: ServiceCodeStatus;
}

/** How a listed visit stands, and the code it was judged by. */
export interface Judgement {
  readonly kind: Exclude<ReconciledKind, "bad_row">;
  readonly codeId: string | null;
}

/** What the whole list says about one person's day. */
export interface ListedDay {
  /** The row that named each service first. */
  readonly firstLine: ReadonlyMap<ServiceTypeCode, number>;
}

/** The key of a person's day in a list. */
export function dayKey({ citizenId, day }: Pick<ListedVisit, "citizenId" | "day">): string {
  return `${day}/${citizenId}`;
}

/** What a list says about each person's day, by `dayKey`. */
export function listedDays(list: Iterable<ListedVisit>): ReadonlyMap<string, ListedDay> {
  const days = new Map<string, { firstLine: Map<ServiceTypeCode, number> }>();
  for (const visit of list) {
    const key = dayKey(visit);
    const day = days.get(key) ?? { firstLine: new Map<ServiceTypeCode, number>() };
    if (!day.firstLine.has(visit.service)) day.firstLine.set(visit.service, visit.line);
    days.set(key, day);
  }
  return days;
}

/**
 * Judges a listed visit against the codes of its person, day and facility (N3):
 *
 * - `duplicate`: an earlier row names the same person, day and service; only the first is judged further.
 * - `matched`: a code for the service that was closed. `unclosed`: one that was not (issued, used, or expired so).
 * - `wrong_service`: no code for the service, but one for a service that no row of the list asks for.
 * - `missing`: none of these. A cancelled code is no code.
 */
export function judgeVisit(visit: ListedVisit, listed: ListedDay, codes: readonly CodeOfDay[]): Judgement {
  const first = listed.firstLine.get(visit.service);
  if (first !== undefined && first < visit.line) return { kind: "duplicate", codeId: null };
  const live = codes.filter(({ status }) => status !== "cancelled");
  const own = live.find(({ service }) => service === visit.service);
  if (own) return { kind: own.status === "closed" ? "matched" : "unclosed", codeId: own.codeId };
  const other = live.find(({ service }) => !listed.firstLine.has(service));
  return other ? { kind: "wrong_service", codeId: other.codeId } : { kind: "missing", codeId: null };
}

/** Days an uploaded list is kept. */
export const listKeptDays = 30;

/** What can be done about a row where it stands. */
export const mendings = ["ask_citizen", "issue", "close"] as const;
export type Mending = (typeof mendings)[number];

/**
 * What may be done about a row. A code is asked for only on the day itself, so a visit of another day can be mended at
 * the counter alone (a slip). Closing needs a code that is issued or used.
 */
export function mendingsOf(
  kind: ReconciledKind,
  row: { readonly isToday: boolean; readonly codeStatus: ServiceCodeStatus | null },
): readonly Mending[] {
  switch (kind) {
    case "missing":
    case "wrong_service":
      return row.isToday ? ["ask_citizen", "issue"] : [];
    case "unclosed":
      return row.codeStatus === "issued" || row.codeStatus === "used" ? ["close"] : [];
    case "matched":
    case "duplicate":
    case "bad_row":
      return [];
  }
}
