import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ConsentVersion } from "./consent.ts";

/** The versions of the consent text, oldest first. Their words stand in server/words/consent, by version. */
export const consentVersions = [
  { version: "2569-11", inForceFrom: "2026-01-01" as BangkokDay },
] as const satisfies readonly ConsentVersion[];
export type ConsentVersionName = (typeof consentVersions)[number]["version"];
