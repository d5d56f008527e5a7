import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

export const addressParts = ["line", "subdistrict", "district", "province", "postcode"] as const;
export type AddressPart = (typeof addressParts)[number];

/** An address: house, village and road as a line; the rest as codes of 6, 4, 2 and 5 digits. */
export type Address = Readonly<Record<AddressPart, string>>;

export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export type PlaceRefusal =
  | { readonly kind: "address_part"; readonly part: AddressPart }
  /** The sub-district lies in another district, or the district in another province. */
  | { readonly kind: "address_apart"; readonly part: "subdistrict" | "district" }
  | { readonly kind: "map_point_shape" };

const digitsOf = { subdistrict: 6, district: 4, province: 2, postcode: 5 } as const;
const longestLine = 200;
/** Six places are a tenth of a metre. */
const places = 1e6;

/** Reads an address. Refuses a part that is missing or no code, and codes that do not lie in each other. */
export function readAddress(typed: Address): Result<Address, PlaceRefusal> {
  const line = typed.line.normalize("NFC").replace(/\s+/g, " ").trim();
  if (line === "" || line.length > longestLine) return refuse({ kind: "address_part", part: "line" });
  const codes = { subdistrict: "", district: "", province: "", postcode: "" };
  for (const part of ["subdistrict", "district", "province", "postcode"] as const) {
    const read = readDigits(typed[part]);
    if (!read.ok || read.value.length !== digitsOf[part]) return refuse({ kind: "address_part", part });
    codes[part] = read.value;
  }
  if (!codes.district.startsWith(codes.province)) return refuse({ kind: "address_apart", part: "district" });
  return codes.subdistrict.startsWith(codes.district)
    ? ok({ line, ...codes })
    : refuse({ kind: "address_apart", part: "subdistrict" });
}

/** Reads degrees, as numbers or as a form's text, kept to six places. Refuses what lies on no map. */
export function readMapPoint(latitude: unknown, longitude: unknown): Result<MapPoint, PlaceRefusal> {
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)];
  return north === null || east === null
    ? refuse({ kind: "map_point_shape" })
    : ok({ latitude: north, longitude: east });
}

function degrees(given: unknown, most: number): number | null {
  const text = typeof given === "string" && /^-?\d{1,3}(\.\d{1,20})?$/.test(given.trim());
  const number = typeof given === "number" ? given : text ? Number(given) : NaN;
  return Math.abs(number) <= most ? Math.round(number * places) / places : null;
}
