import type { AskingRefusal } from "./asking.ts";
import type { ScanOutcome } from "./facility-qr.ts";
import type { QrTextRefusal } from "./qr-text.ts";
import type { ScanTicketRefusal } from "./scan-ticket.ts";
import type { CodeMoveRefusal } from "./service-code.ts";
import type { ShortCodeRefusal } from "./short-code.ts";

/** Refusals that stand in the scan log of the QR. */
export type LoggedRefusal = {
  [K in Exclude<ScanOutcome, "accepted">]: { readonly kind: K };
}[Exclude<ScanOutcome, "accepted">];

/** What a scan or a typed short code may be answered instead of a ticket. */
export type ScanRefusal =
  LoggedRefusal | ShortCodeRefusal | { readonly kind: "qr_not_ours" } | { readonly kind: "short_code_limit" };

/** What opening a scan ticket may be answered. */
export type TicketRefusal = ScanTicketRefusal | { readonly kind: "ticket_taken" };

/** What asking for a code may be answered. `locked`: the session lacks its PIN. */
export type AskCodeRefusal = AskingRefusal | ScanTicketRefusal | { readonly kind: "locked" };

/** What moving a code on, or cancelling it, may be answered. */
export type MoveCodeRefusal = CodeMoveRefusal | { readonly kind: "code_not_found" };

/** Every refusal of a citizen's way to a code that is told in words, the scanner's own included. */
export type VisitRefusal =
  | QrTextRefusal
  | ScanRefusal
  | TicketRefusal
  | Exclude<AskCodeRefusal, { readonly kind: "locked" }>
  | CodeMoveRefusal;
export type VisitRefusalKind = VisitRefusal["kind"];
