import { fewestReasonLetters, readLookReason } from "../audit/look.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { parseHcode, type Hcode } from "./facility.ts";
import { readListedDay } from "./listed-day.ts";
import { parseServiceCode, type ServiceCode, type ServiceCodeRefusal } from "./service-code.ts";

/** What a registrar must know to open a picture: day, facility and code of the visit, and why. */
export interface PictureSearch {
  readonly day: BangkokDay;
  readonly hcode: Hcode;
  readonly code: ServiceCode;
  readonly reason: string;
}

export const pictureSearchFields = ["day", "hcode", "code", "reason"] as const;
export type PictureSearchField = (typeof pictureSearchFields)[number];
export type TypedPictureSearch = Readonly<Record<PictureSearchField, string>>;

export type PictureSearchRefusal =
  | { readonly kind: "picture_day_unreadable" }
  | { readonly kind: "hcode_shape" }
  | ServiceCodeRefusal
  | { readonly kind: "picture_reason_short"; readonly fewest: number };

export interface WrongPictureSearch {
  readonly kind: "picture_search_incomplete";
  readonly fields: readonly { readonly field: PictureSearchField; readonly refusal: PictureSearchRefusal }[];
}

/**
 * Reads what a registrar typed: the day in any way a list of visits may write it, the facility's code of five digits,
 * the service code, and a reason that the person will read. Refuses all wrong fields at once.
 */
export function readPictureSearch(
  typed: TypedPictureSearch,
  today: BangkokDay,
): Result<PictureSearch, WrongPictureSearch> {
  const listed = readListedDay(typed.day, today);
  const day = listed.ok ? listed : refuse({ kind: "picture_day_unreadable" as const });
  const hcode = parseHcode(typed.hcode);
  const code = parseServiceCode(typed.code);
  const reason = readReason(typed.reason);
  if (day.ok && hcode.ok && code.ok && reason.ok) {
    return ok({ day: day.value, hcode: hcode.value, code: code.value, reason: reason.value });
  }
  const read = { day, hcode, code, reason };
  const fields = pictureSearchFields.flatMap((field) => {
    const result = read[field];
    return result.ok ? [] : [{ field, refusal: result.refusal }];
  });
  return refuse({ kind: "picture_search_incomplete", fields });
}

function readReason(text: string): Result<string, PictureSearchRefusal> {
  const reason = readLookReason(text);
  return reason === null ? refuse({ kind: "picture_reason_short", fewest: fewestReasonLetters }) : ok(reason);
}
