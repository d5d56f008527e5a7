import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/** The payer's code of a facility: five digits. */
export type Hcode = string & { readonly [checked]: "hcode" };

export const facilityStatuses = ["open", "closed"] as const;
export type FacilityStatus = (typeof facilityStatuses)[number];

/** Reads an hcode, Thai digits allowed; refuses every other shape. */
export function parseHcode(text: string): Result<Hcode, { readonly kind: "hcode_shape" }> {
  const read = readDigits(text);
  return read.ok && read.value.length === 5 ? ok(read.value as Hcode) : refuse({ kind: "hcode_shape" });
}

/** A facility is open until it is closed for good; the day's opening hours are none of ours. */
export function facilityStatus(facility: { readonly closedAt: Date | null }, now: Date): FacilityStatus {
  return facility.closedAt !== null && facility.closedAt <= now ? "closed" : "open";
}
