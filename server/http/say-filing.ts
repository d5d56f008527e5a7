import type {
  FileRequestRefusal,
  PaperRefusal,
  RequestDecided,
  RequestNotFound,
  SignRefusal,
} from "../credentials/request-refusal.ts";
import type { SummaryItem } from "./page/error-summary.tsx";
import { sayRefusal } from "../words/refusal-words.ts";
import type { Words } from "../words/words.ts";
import { sayRequestFaults } from "./request-form.ts";

type Refused = FileRequestRefusal | PaperRefusal | SignRefusal | RequestNotFound | RequestDecided;

/** Why a request was not taken in, each at the field it is about. */
export function sayFiling(words: Words, refusal: Refused): readonly SummaryItem[] {
  if (refusal.kind === "request_wrong") return sayRequestFaults(words, refusal.faults);
  const sentence = sayRefusal(words.credentials.requests.refusal, refusal);
  const field = fieldOf(refusal);
  return [field === null ? { sentence } : { field, sentence }];
}

type Named = Exclude<Refused, { readonly kind: "request_wrong" }>["kind"];

/** What is not told of the scan is told of another field, or of the page as a whole. */
const fields: Partial<Record<Named, string | null>> = {
  seat_not_found: "userCode",
  holding_over: "case",
  case_not_yours: "case",
  lost_report_missing: "case",
  successor_missing: "case",
  request_open: "case",
  email_taken: "newEmail",
  password_wrong: "proof",
  totp_wrong: "proof",
  sign_in_wait: "proof",
  account_locked: "proof",
  account_missing: null,
  seat_missing: null,
  key_over: null,
  request_not_found: null,
  request_decided: null,
};

function fieldOf({ kind }: { readonly kind: Named }): string | null {
  const field = fields[kind];
  return field === undefined ? "paper" : field;
}
