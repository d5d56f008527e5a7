import type { SeatCounts } from "../../credentials/user-code.ts";
import { toAsciiDigits } from "../../kernel/digits.ts";

/** The rights of which seats are issued by the rule, in the order of their marks. */
export const countedRights = [
  "recorder",
  "approver_1",
  "approver_2",
] as const satisfies readonly (keyof SeatCounts)[];

/** What stands in the forms that issue seats, as it was typed. */
export interface TypedIssue {
  readonly agencyPart: string;
  readonly counts: Readonly<Record<keyof SeatCounts, string>>;
  readonly code: string;
  readonly right: string;
}

/** How many seats of one right are issued at once at most. */
const mostAtOnce = 20;

/** Reads the forms out of an address; what is not there stands as before anybody typed. */
export function typedIssueOf(
  text: (name: string) => string | undefined,
  before: { readonly agencyPart: string; readonly hasSeats: boolean },
): TypedIssue {
  const usual = before.hasSeats ? "0" : "1";
  const count = (right: keyof SeatCounts) => text(right) ?? usual;
  return {
    agencyPart: text("agencyPart") ?? before.agencyPart,
    counts: {
      recorder: count("recorder"),
      approver_1: count("approver_1"),
      approver_2: count("approver_2"),
    },
    code: text("code") ?? "",
    right: text("right") ?? "",
  };
}

/** The numbers of seats; the right whose number cannot be read instead. */
export function readCounts(
  typed: TypedIssue["counts"],
): { readonly counts: SeatCounts } | { readonly wrong: keyof SeatCounts } {
  const read = new Map<keyof SeatCounts, number>();
  for (const right of countedRights) {
    const text = toAsciiDigits(typed[right]).trim();
    const count = text === "" ? 0 : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (!(count <= mostAtOnce)) return { wrong: right };
    read.set(right, count);
  }
  const of = (right: keyof SeatCounts) => read.get(right) ?? 0;
  return {
    counts: { recorder: of("recorder"), approver_1: of("approver_1"), approver_2: of("approver_2") },
  };
}
