import type { PasswordTryRefusal } from "../agencies/own-account.ts";
import type { OtpTextRefusal } from "../identity/otp.ts";
import type { PinTextRefusal } from "../identity/pin.ts";
import type { PinTryRefusal, PinWrongRefusal } from "../identity/pin-throttle.ts";
import type { AttachmentRefusal } from "../petitions/attachment.ts";
import type { EmailCodeGone, EmailCodeStopped, EmailCodeWait } from "./email-code.ts";
import type { DecisionRefusal } from "./registration-decision.ts";
import type { RequestFaults } from "./typed-request.ts";

/** Why a request for service is not taken in. */
export type FileRequestRefusal =
  | RequestFaults
  /** There is no such seat here, or nobody in it. */
  | { readonly kind: "seat_not_found" }
  /** The time in the seat is over, or not begun for what is asked. */
  | { readonly kind: "holding_over" }
  /** Whoever asks cannot ask for that: the holder does not name the next one. */
  | { readonly kind: "case_not_yours" }
  /** Case 3 comes after the report, which stops everything at once. */
  | { readonly kind: "lost_report_missing" }
  /** Nobody is named to come next. */
  | { readonly kind: "successor_missing" }
  /** The address is somebody else's: only the central office, which enters a paper form, is told at once. */
  | { readonly kind: "email_taken" }
  /** The same is asked for already and waits. */
  | { readonly kind: "request_open"; readonly requestId: string };

/** Why a signature is not one. */
export type SignRefusal =
  | PasswordTryRefusal
  | { readonly kind: "seat_missing" }
  /** The Soft Token behind this session was ended since. */
  | { readonly kind: "key_over" }
  | { readonly kind: "totp_wrong"; readonly left: number };

/** Why a form signed by hand is not taken in. */
export type PaperRefusal = AttachmentRefusal | { readonly kind: "paper_missing" };

/** Why the key on a phone does not sign a request. */
export type SignOnPhoneRefusal =
  | RequestNotFound
  | RequestDecided
  /** The key was ended, or its certificate is out of date. */
  | { readonly kind: "key_over" }
  /** Not this key's signature of this request. */
  | { readonly kind: "signature_wrong" }
  | PinTextRefusal
  | PinTryRefusal
  | PinWrongRefusal
  | FileRequestRefusal;

/** Why a line is not written into the thread of a request. */
export type SayInRequestRefusal =
  | RequestNotFound
  /** It is not signed yet: there is nobody to talk to. */
  | { readonly kind: "request_unsigned" }
  | { readonly kind: "words_missing" }
  | { readonly kind: "words_long"; readonly most: number }
  | { readonly kind: "messages_many" };

export type RequestNotFound = { readonly kind: "request_not_found" };
export type RequestDecided = { readonly kind: "request_decided" };

/** Why a request cannot be granted now. */
export type GrantRefusal =
  | { readonly kind: "holding_over" }
  | { readonly kind: "head_unsigned" }
  | { readonly kind: "lost_report_missing" }
  | { readonly kind: "not_called" }
  | { readonly kind: "email_unproven" }
  | { readonly kind: "email_taken" }
  /** No address of theirs is known that a link could go to. */
  | { readonly kind: "no_email" }
  /** Whoever is to come next has registered with another address than the request gives. */
  | { readonly kind: "successor_email_other" }
  /** Whoever was to come next was taken back or is in already. */
  | { readonly kind: "successor_gone" };

/** Why a request is not decided. */
export type DecideRequestRefusal =
  | RequestNotFound
  | RequestDecided
  | GrantRefusal
  /** The registrar who entered it from paper does not decide it: another one does. */
  | { readonly kind: "entered_by_you" }
  | Extract<DecisionRefusal, { readonly kind: "reason_missing" | "reason_long" }>;

/** Why a call back is not written down. */
export type NoteCallRefusal =
  | RequestNotFound
  | RequestDecided
  | { readonly kind: "mobile_wrong" }
  | { readonly kind: "outcome_missing" }
  /** The number stands in the request alone: whoever wrote it would be called. */
  | { readonly kind: "mobile_of_request" }
  | { readonly kind: "too_long" };

/** Why a code is not mailed to a new address. */
export type SendRequestCodeRefusal =
  | RequestNotFound
  | RequestDecided
  | EmailCodeStopped
  | EmailCodeWait
  /** The seat has had as many as a day takes. */
  | { readonly kind: "codes_many" };

/** Why a code does not prove a new address. */
export type ProveRequestEmailRefusal =
  | RequestNotFound
  | RequestDecided
  | OtpTextRefusal
  /** The address is somebody else's: said to whoever proved that they read its mail, and to nobody before. */
  | { readonly kind: "email_taken" }
  | EmailCodeStopped
  | EmailCodeGone
  | { readonly kind: "email_code_wrong"; readonly left: number };
