import type { BangkokDay } from "../kernel/thai-date.ts";
import { consentInForce, type ConsentVersion } from "./consent.ts";

/**
 * The versions of "ข้อตกลงและเงื่อนไขการใช้บริการ" of e-Service, oldest first. Their words stand in
 * server/words/terms, by version.
 */
export const termsVersions = [
  { version: "2569-11", inForceFrom: "2026-01-01" as BangkokDay },
] as const satisfies readonly ConsentVersion[];
export type TermsVersion = (typeof termsVersions)[number]["version"];

/** A yes to the terms of an agency's own, in one version (server/petitions/agency-terms.ts). */
export interface AgencyYes {
  readonly agencyId: string;
  readonly version: number;
}

/** The terms in force on a day. */
export function termsInForce(day: BangkokDay): TermsVersion {
  return consentInForce(termsVersions, day).version;
}
