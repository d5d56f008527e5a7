import type { RevocationReason } from "../kernel/token-ports.ts";

/** Where the list stands: every certificate names it, so it never moves. */
export const revocationListPath = "/pki/soft-token.crl";

/** A list says that there will be a newer one within so long: two days, for a weekend's outage of one. */
export const listGoodSeconds = 48 * 60 * 60;
/** Nothing having changed, it is signed anew after so long. */
export const listRenewedSeconds = 60 * 60;
/** Whether anything changed is looked up so often at most. */
export const listLookedSeconds = 10;

const reasons: Readonly<Record<string, RevocationReason>> = {
  renewed: "superseded",
  phone_changed: "superseded",
  email_changed: "superseded",
  lost_phone: "keyCompromise",
  wrong_pins: "keyCompromise",
  transferred: "affiliationChanged",
};

/**
 * Why a key ended, as third parties know it (RFC 5280 5.3.1): a newer one took its place; the phone is in other hands, or
 * somebody guessed at its PIN; the holder went to another agency; else it is simply no longer used.
 */
export function reasonOf(endReason: string | null): RevocationReason {
  return reasons[endReason ?? ""] ?? "cessationOfOperation";
}
