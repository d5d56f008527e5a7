import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { holdsOn, type Validity } from "./service-type.ts";

/** Why no code is issued for a place and service: nothing is wrong with the citizen. */
export const placeRefusals = ["qr_revoked", "facility_closed", "service_not_offered"] as const;
export type PlaceRefusalKind = (typeof placeRefusals)[number];

/**
 * Everything that issuing a code (db/sql/54-issue-code.sql) may answer instead of a code: the place; an asker who took
 * the consent back; a ticket that another LINE user opened first; nobody's yes to act for the other person, or none
 * for this service.
 */
export const askingRefusals = [
  ...placeRefusals,
  "consent_withdrawn",
  "ticket_taken",
  "delegation_missing",
  "delegation_scope",
] as const;
export type AskingRefusalKind = (typeof askingRefusals)[number];
export type AskingRefusal = { readonly [K in AskingRefusalKind]: { readonly kind: K } }[AskingRefusalKind];

/** What is known of the place behind a scanned QR. */
export interface AskingPlace {
  readonly qrRevokedAt: Date | null;
  readonly facilityClosedAt: Date | null;
  /** The service type's own validity; null when there is no such type. */
  readonly serviceType: Validity | null;
  /** When this facility offers it; null when it does not. */
  readonly offer: Validity | null;
}

/**
 * Says whether a code may be issued here on that day, by the same rules and in the same order as the database does
 * when it issues one; for the page that shows facility and service before the citizen confirms.
 */
export function checkPlace(
  place: AskingPlace,
  day: BangkokDay,
): Result<undefined, { readonly kind: PlaceRefusalKind }> {
  if (place.qrRevokedAt !== null) return refuse({ kind: "qr_revoked" });
  if (place.facilityClosedAt !== null) return refuse({ kind: "facility_closed" });
  const offered = [place.serviceType, place.offer].every(
    (validity) => validity !== null && holdsOn(validity, day),
  );
  return offered ? ok() : refuse({ kind: "service_not_offered" });
}

/** Reads the refusal the database names; throws for a kind that is not in the list, which is a fault. */
export function askingRefusal(kind: string): AskingRefusal {
  const known = askingRefusals.find((refusal) => refusal === kind);
  if (known === undefined) throw new Error(`the database refused with an unknown kind: ${kind}`);
  return { kind: known };
}
