import type { Language } from "./language.ts";

/** A province, district or sub-district: its official code where the directory has one that fits, and its two names. */
export interface Area {
  /** 2 digits for a province, 4 for a district, 6 for a sub-district; it begins with the code it lies in. */
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
}

export interface Subdistrict extends Area {
  /** One, rarely several, and none where no post is brought. */
  readonly postcodes: readonly string[];
}

/** The name of an area in the reader's language. */
export function areaName(area: Area, language: Language): string {
  return language === "th" ? area.nameTh : area.nameEn;
}

/** Where an address lies, by its codes; null: no area of that code is known. */
export interface AddressAreas {
  readonly province: Area | null;
  readonly district: Area | null;
  readonly subdistrict: Subdistrict | null;
}

const bangkok = "10";

/** The words of an address in one line, as it is written on an envelope; what is not known is left out. */
export function addressLine(
  address: { readonly line: string; readonly province: string; readonly postcode: string },
  { province, district, subdistrict }: AddressAreas,
  language: Language,
): string {
  const isBangkok = address.province === bangkok;
  const before =
    language === "en" ? ["", "", ""] : isBangkok ? ["แขวง", "เขต", ""] : ["ตำบล", "อำเภอ", "จังหวัด"];
  const named = [subdistrict, district, province].flatMap((area, at) =>
    area === null ? [] : [`${before[at] ?? ""}${areaName(area, language)}`],
  );
  return [address.line, ...named, address.postcode].join(" ");
}
