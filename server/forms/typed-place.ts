import { readDigits, toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { readWords, type WordsRefusal } from "./typed-words.ts";

export const addressParts = ["line", "subdistrict", "district", "province", "postcode"] as const;
export type AddressPart = (typeof addressParts)[number];

/** An address: house, village and road as a line; the rest as codes of 6, 4, 2 and 5 digits. */
export type Address = Readonly<Record<AddressPart, string>>;

export interface MapPoint {
  readonly latitude: number;
  readonly longitude: number;
}

export const placeParts = ["latitude", "longitude", "line"] as const;

/** A place as it was answered: coordinates, an address or landmark in words (`line`), or both. */
export type Place = (MapPoint & { readonly line?: string }) | { readonly line: string };

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

/**
 * Reads a place: words are enough by themselves, and so are coordinates. Refuses words that are too long or no words, and
 * coordinates `readMapPoint` refuses, also where words stand beside them.
 */
export function readPlace(
  typed: Readonly<Partial<Record<(typeof placeParts)[number], unknown>>>,
): Result<Place, PlaceRefusal | WordsRefusal> {
  const { latitude, longitude, line } = typed;
  if (isBlank(line)) return readMapPoint(latitude, longitude);
  if (typeof line !== "string") return refuse({ kind: "map_point_shape" });
  const words = readWords("text", line, 1, longestLine);
  if (!words.ok) return words;
  if (isBlank(latitude) && isBlank(longitude)) return ok({ line: words.value });
  const point = readMapPoint(latitude, longitude);
  return point.ok ? ok({ ...point.value, line: words.value }) : point;
}

/**
 * Reads degrees, as numbers or as a form's text, Thai digits too, kept to six places; a pair as maps copy it ("13.75,
 * 100.5") may stand in either field. Refuses what lies on no map.
 */
export function readMapPoint(latitude: unknown, longitude: unknown): Result<MapPoint, PlaceRefusal> {
  const [first, second] = pastedPair(latitude) ?? pastedPair(longitude) ?? [latitude, longitude];
  const [north, east] = [degrees(first, 90), degrees(second, 180)];
  return north === null || east === null
    ? refuse({ kind: "map_point_shape" })
    : ok({ latitude: north, longitude: east });
}

/** Whether an answer says where on the map it is. */
export function isMapPoint(answer: unknown): answer is MapPoint {
  return typeof answer === "object" && answer !== null && "latitude" in answer && "longitude" in answer;
}

/** A place in words: the typed line, the coordinates, or the line with the coordinates behind it. */
export function placeText(place: Place): string {
  if (!isMapPoint(place)) return place.line;
  const point = `${place.latitude}, ${place.longitude}`;
  return place.line === undefined ? point : `${place.line} (${point})`;
}

function isBlank(given: unknown): boolean {
  return given === undefined || given === null || (typeof given === "string" && given.trim() === "");
}

function pastedPair(given: unknown): readonly [string, string] | null {
  if (typeof given !== "string") return null;
  const [first = "", second = "", ...more] = given
    .replace(/[()°]/g, "")
    .trim()
    .split(/\s*[,\s]\s*/);
  return first === "" || second === "" || more.length > 0 ? null : [first, second];
}

function degrees(given: unknown, most: number): number | null {
  const typed = typeof given === "string" ? toAsciiDigits(given).trim() : "";
  const number =
    typeof given === "number" ? given : /^-?\d{1,3}(\.\d{1,20})?$/.test(typed) ? Number(typed) : NaN;
  return Math.abs(number) <= most ? Math.round(number * places) / places : null;
}
