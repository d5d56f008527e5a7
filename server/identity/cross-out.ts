import { nameBefore } from "../kernel/name-before.ts";
import { formatDay, formatMoment, type BangkokDay } from "../kernel/thai-date.ts";

/**
 * The words of a cross-out (ขีดคร่อม, N7): "ใช้สำหรับการยืนยันตัวตน กับเทศบาล…เท่านั้น 21 พ.ย. 2569". Always Thai, as on a
 * paper copy: whoever finds the picture elsewhere reads whom and what it was for.
 */
export function crossOutFor(purpose: string, agencyName: string, day: BangkokDay): string {
  return `ใช้สำหรับ${purpose} กับ${nameBefore(agencyName)}เท่านั้น ${formatDay(day, "th")}`;
}

/**
 * What is written over a picture for whoever looks at it (N7): the name, the end of the account's id, for two may be called
 * alike, and the moment.
 */
export function viewMark(name: string, staffId: string, at: Date): string {
  return `${name} ${staffId.slice(-6)} · ${formatMoment(at, "th")}`.trim();
}
