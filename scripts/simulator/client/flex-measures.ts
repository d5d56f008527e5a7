import type { JsonObject } from "../checks/check.ts";

/** LINE's named sizes in pixels. */
const gaps = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 } as const;
const letters = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  "3xl": 35,
  "4xl": 48,
  "5xl": 74,
} as const;
const pictures = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  "3xl": 180,
  "4xl": 200,
  "5xl": 220,
} as const;
const borders = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 } as const;

function named(table: Readonly<Record<string, number>>) {
  return (value: unknown): string | undefined => {
    if (typeof value !== "string") return undefined;
    return Object.hasOwn(table, value) ? `${table[value] ?? 0}px` : value;
  };
}

export const gap = named(gaps);
export const letterSize = named(letters);
export const borderWidth = named(borders);
export const pictureSize = (value: unknown): string =>
  value === "full" ? "100%" : (named(pictures)(value) ?? "100px");

/** The value when it is a string. */
export const string = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A property's text, or `otherwise` when it is none. */
export function textIn(one: JsonObject, name: string, otherwise = ""): string {
  const value = one[name];
  return typeof value === "string" ? value : otherwise;
}

/** The objects of an array property. */
export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonObject[]) : [];
}

/** "20:13" → "20 / 13". */
export function aspect(value: unknown): string {
  const [width, height] = (string(value) ?? "1:1").split(":");
  return `${width ?? 1} / ${height ?? 1}`;
}
