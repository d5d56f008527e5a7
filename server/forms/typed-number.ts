import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

export type NumberRefusal =
  | { readonly kind: "number_shape" }
  | { readonly kind: "number_decimals"; readonly most: number }
  | { readonly kind: "number_small"; readonly least: number }
  | { readonly kind: "number_large"; readonly most: number };

interface Limits {
  readonly min: number | null;
  readonly max: number | null;
}

const shape = /^([-\u2212]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d+))?$/;
const satangDigits = 2;

/**
 * Reads a number as people type it: Thai digits, commas between thousands, outer spaces. Refuses another shape, more
 * than `decimals` places, and what lies outside the limits.
 */
export function readNumber(text: string, decimals: number, limits: Limits): Result<number, NumberRefusal> {
  const [, sign, whole, fraction = ""] = shape.exec(toAsciiDigits(text).trim()) ?? [];
  if (whole === undefined) return refuse({ kind: "number_shape" });
  if (fraction.length > decimals) return refuse({ kind: "number_decimals", most: decimals });
  const size = Number(`${whole.replaceAll(",", "")}.${fraction || "0"}`);
  return within(sign && size !== 0 ? -size : size, limits);
}

/** Reads an amount of baht, with satang after the point, as whole satang; limits are in satang. */
export function readMoney(text: string, limits: Limits): Result<number, NumberRefusal> {
  const baht = text.replace(/(฿|บาท)/g, "");
  const read = readNumber(baht, satangDigits, { min: null, max: null });
  if (!read.ok) return read;
  const satang = Math.round(read.value * 100);
  return Number.isSafeInteger(satang) ? within(satang, limits) : refuse({ kind: "number_shape" });
}

function within(number: number, { min, max }: Limits): Result<number, NumberRefusal> {
  if (min !== null && number < min) return refuse({ kind: "number_small", least: min });
  if (max !== null && number > max) return refuse({ kind: "number_large", most: max });
  return ok(number);
}
