import type { BangkokDay } from "../kernel/thai-date.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/** The payer's code of a kind of service: PG and seven digits. Which there are is data, never an enum. */
export type ServiceTypeCode = string & { readonly [checked]: "service type code" };

/** Main (บริการหลัก) and secondary (บริการรอง) services. */
export const serviceKinds = ["main", "secondary"] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** First and last day something holds; null: no end is known. */
export interface Validity {
  readonly validFrom: BangkokDay;
  readonly validUntil: BangkokDay | null;
}

/** A kind of service a code can be asked for. */
export interface ServiceType extends Validity {
  readonly code: ServiceTypeCode;
  readonly kind: ServiceKind;
  readonly nameTh: string;
  readonly nameEn: string;
}

/** Reads `PG…` as the payer's systems write it, lower case forgiven; refuses every other shape. */
export function parseServiceTypeCode(
  text: string,
): Result<ServiceTypeCode, { readonly kind: "service_type_shape" }> {
  const code = text.trim().toUpperCase();
  return /^PG[0-9]{7}$/.test(code) ? ok(code as ServiceTypeCode) : refuse({ kind: "service_type_shape" });
}

/** True when the day lies within the validity, its first and last day included. */
export function holdsOn(validity: Validity, day: BangkokDay): boolean {
  return validity.validFrom <= day && (validity.validUntil === null || day <= validity.validUntil);
}
