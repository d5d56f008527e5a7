import { idPictureSlots } from "../identity/id-check.ts";
import { readPictureShape } from "../kernel/picture-shape.ts";
import type { PictureShape } from "../kernel/picture-format.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { LocalSetting } from "./local-setting.ts";

export const settingLimits = {
  welcome: 300,
  address: 300,
  phone: 60,
  /** A year: what is asked for later can still be answered. */
  fewestKeepDays: 365,
  /** Thirty years. */
  mostKeepDays: 10_957,
} as const;

export type SettingRefusal =
  | { readonly kind: "keep_days_range"; readonly fewest: number; readonly most: number }
  | { readonly kind: "id_pictures_unknown" };

export type SealRefusal =
  /** More than a megabyte. */
  | { readonly kind: "seal_heavy" }
  /** Neither JPEG nor PNG, cut off, or with something behind its end. */
  | { readonly kind: "seal_unreadable" }
  /** Sides under 150 pixels would print as a blot, over 1,600 take the memory of a whole worker. */
  | { readonly kind: "seal_size" }
  /** The store of files does not answer; the seal is as it was. */
  | { readonly kind: "seal_not_kept" };

const largestSealBytes = 1_000_000;
const [shortestSide, longestSide] = [150, 1_600];

/**
 * Judges what a local government sets for itself. Texts are tidied and cut; refuses days of keeping under a year or over
 * thirty, and pictures there are none of. Pictures stand in their usual order, each once.
 */
export function judgeSetting(
  typed: Omit<LocalSetting, "slug">,
): Result<Omit<LocalSetting, "slug">, SettingRefusal> {
  const { fewestKeepDays: fewest, mostKeepDays: most } = settingLimits;
  const fits = Number.isInteger(typed.keepDays) && typed.keepDays >= fewest && typed.keepDays <= most;
  if (!fits) return refuse({ kind: "keep_days_range", fewest, most });
  if (typed.idPictures.some((slot) => !idPictureSlots.includes(slot))) {
    return refuse({ kind: "id_pictures_unknown" });
  }
  return ok({
    idPictures: idPictureSlots.filter((slot) => typed.idPictures.includes(slot)),
    welcomeTh: tidied(typed.welcomeTh, settingLimits.welcome),
    welcomeEn: tidied(typed.welcomeEn, settingLimits.welcome),
    addressTh: tidied(typed.addressTh, settingLimits.address),
    phone: tidied(typed.phone, settingLimits.phone),
    keepDays: typed.keepDays,
  });
}

/** Judges the picture of a seal by its bytes, before anything is decoded. */
export function judgeSeal(bytes: Uint8Array): Result<PictureShape, SealRefusal> {
  if (bytes.length > largestSealBytes) return refuse({ kind: "seal_heavy" });
  const shape = readPictureShape(bytes);
  if (!shape?.isWhole) return refuse({ kind: "seal_unreadable" });
  const [short, long] = [Math.min(shape.width, shape.height), Math.max(shape.width, shape.height)];
  return short >= shortestSide && long <= longestSide ? ok(shape) : refuse({ kind: "seal_size" });
}

function tidied(text: string, most: number): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, most);
}
