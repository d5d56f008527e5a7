import type { HoldingState } from "./holding.ts";
import type { RegistrationState } from "./token-registration.ts";

/** How somebody in a seat stands, as pages say it. */
export type SeatStanding =
  /** Named; the registration is theirs to finish. */
  | { readonly kind: "to_register" }
  /** The central office has it. */
  | { readonly kind: "to_approve" }
  /** The central office gave it back to be corrected. */
  | { readonly kind: "sent_back" }
  /** Approved, and the order counts from a later day. */
  | { readonly kind: "waits_for_day" }
  /** Holds the seat; no key is on a phone. */
  | { readonly kind: "to_activate" }
  /** The same, because the phone was reported lost then. */
  | { readonly kind: "phone_lost"; readonly since: Date }
  | { readonly kind: "in_use"; readonly until: Date }
  | { readonly kind: "expired"; readonly since: Date }
  | { readonly kind: "ended" };

/** Judges how somebody in a seat stands from what is kept of them; `notAfter` is of their live key, null: there is none. */
export function standingOf(
  kept: {
    readonly state: HoldingState;
    readonly registration: RegistrationState | null;
    readonly notAfter: Date | null;
    /** When their phone was reported lost, if no key was made after it. */
    readonly lostAt?: Date | null;
  },
  now: Date,
): SeatStanding {
  const { state, registration, notAfter, lostAt = null } = kept;
  if (state === "ended") return { kind: "ended" };
  if (state === "live") {
    if (notAfter === null) return lostAt ? { kind: "phone_lost", since: lostAt } : { kind: "to_activate" };
    return notAfter <= now ? { kind: "expired", since: notAfter } : { kind: "in_use", until: notAfter };
  }
  if (registration === "sent") return { kind: "to_approve" };
  if (registration === "refused") return { kind: "sent_back" };
  const isApproved = registration === "approved" || registration === "activated";
  return { kind: isApproved ? "waits_for_day" : "to_register" };
}
