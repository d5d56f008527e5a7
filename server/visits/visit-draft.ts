import { readDigits, toAsciiDigits } from "../kernel/digits.ts";
import { parsePhone, type Phone, type PhoneRefusal } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { bangkokDay, startOfBangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import { holdsOn, type ServiceType, type ServiceTypeCode } from "./service-type.ts";

/** How a visit's person is reached, and the rights the card reading told; kept sealed under the person's key. */
export interface VisitContact {
  readonly mobile: Phone;
  /** Other telephones, digits only. */
  readonly telephones: readonly string[];
  readonly mainRight: string | null;
  readonly subRight: string | null;
}

/** What a clerk fills in beside the person (F3, third panel), as it was typed. */
export interface TypedDraft {
  readonly mobile: string;
  readonly telephones: string;
  /** "HH:mm", Bangkok. */
  readonly time: string;
  readonly services: readonly string[];
  readonly hn: string;
  readonly an: string;
  /** False: the way of proof needs a picture, and none was taken. */
  readonly hasPicture: boolean;
}

/** What is typed; whether there is a picture, the action knows. */
export type TypedVisit = Omit<TypedDraft, "hasPicture">;

/** A draft that may be kept. */
export interface ReadDraft {
  readonly mobile: Phone;
  readonly telephones: readonly string[];
  readonly cameAt: Date;
  readonly services: readonly ServiceTypeCode[];
  readonly hn: string | null;
  readonly an: string | null;
}

export const draftFields = ["picture", "mobile", "telephones", "time", "services", "hn", "an"] as const;
export type DraftField = (typeof draftFields)[number];

export type DraftFieldRefusal =
  | PhoneRefusal
  /** One of several telephones cannot be dialled; `text` is what was typed. */
  | { readonly kind: "telephone_shape"; readonly text: string }
  | { readonly kind: "time_shape" }
  | { readonly kind: "time_future" }
  | { readonly kind: "services_none" }
  | { readonly kind: "service_not_offered" }
  | { readonly kind: "hospital_number_long" }
  | { readonly kind: "picture_missing" };

/** Every field that cannot be kept, and why; all of them, not only the first. */
export interface DraftRefusal {
  readonly kind: "draft_incomplete";
  readonly fields: readonly { readonly field: DraftField; readonly refusal: DraftFieldRefusal }[];
}

const longestHospitalNumber = 20;

/**
 * Reads what a clerk typed for a visit on `day`, as of `now`: a mobile number (required), other telephones with commas
 * between, the time of coming (required; not later than now on the same day), the services ticked (at least one, each
 * offered that day), and the hospital's own numbers; and whether a needed picture is there. Refuses all wrong
 * fields at once.
 */
export function readDraft(
  typed: TypedDraft,
  offers: readonly ServiceType[],
  day: BangkokDay,
  now: Date,
): Result<ReadDraft, DraftRefusal> {
  const mobile = parsePhone(typed.mobile);
  const telephones = readTelephones(typed.telephones);
  const time = readTime(typed.time, day, now);
  const services = readServices(typed.services, offers, day);
  const hn = readHospitalNumber(typed.hn);
  const an = readHospitalNumber(typed.an);
  const picture = typed.hasPicture ? ok(true) : refuse({ kind: "picture_missing" as const });
  if (picture.ok && mobile.ok && telephones.ok && time.ok && services.ok && hn.ok && an.ok) {
    return ok({
      mobile: mobile.value,
      telephones: telephones.value,
      cameAt: time.value,
      services: services.value,
      hn: hn.value,
      an: an.value,
    });
  }
  const read = { picture, mobile, telephones, time, services, hn, an };
  const fields = draftFields.flatMap((field) => {
    const result = read[field];
    return result.ok ? [] : [{ field, refusal: result.refusal }];
  });
  return refuse({ kind: "draft_incomplete", fields });
}

/** Reads "025103221, 025792346": each of nine or ten digits beginning with 0. */
export function readTelephones(
  text: string,
): Result<readonly string[], { readonly kind: "telephone_shape"; readonly text: string }> {
  const numbers: string[] = [];
  for (const part of text.split(/[,;\n]/).filter((piece) => piece.trim() !== "")) {
    const digits = readDigits(part.trim());
    if (!digits.ok || !/^0\d{8,9}$/.test(digits.value)) {
      return refuse({ kind: "telephone_shape", text: part.trim().slice(0, 40) });
    }
    numbers.push(digits.value);
  }
  return ok(numbers);
}

function readTime(
  text: string,
  day: BangkokDay,
  now: Date,
): Result<Date, { readonly kind: "time_shape" | "time_future" }> {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(toAsciiDigits(text.trim()));
  if (!found) return refuse({ kind: "time_shape" });
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  const at = new Date(startOfBangkokDay(day).getTime() + minutes * 60_000);
  return day === bangkokDay(now) && at > now ? refuse({ kind: "time_future" }) : ok(at);
}

function readServices(
  codes: readonly string[],
  offers: readonly ServiceType[],
  day: BangkokDay,
): Result<readonly ServiceTypeCode[], { readonly kind: "services_none" | "service_not_offered" }> {
  const chosen = [...new Set(codes)];
  if (chosen.length === 0) return refuse({ kind: "services_none" });
  const offered = chosen.flatMap((code) =>
    offers.filter((offer) => offer.code === code && holdsOn(offer, day)).map((offer) => offer.code),
  );
  return offered.length === chosen.length ? ok(offered) : refuse({ kind: "service_not_offered" });
}

function readHospitalNumber(text: string): Result<string | null, { readonly kind: "hospital_number_long" }> {
  const tidy = text.trim();
  if (tidy.length > longestHospitalNumber) return refuse({ kind: "hospital_number_long" });
  return ok(tidy === "" ? null : tidy);
}
