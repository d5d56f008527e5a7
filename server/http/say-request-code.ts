import type { ProveRequestEmailRefusal } from "../credentials/request-refusal.ts";
import { sayRefusal } from "../words/refusal-words.ts";
import type { Words } from "../words/words.ts";
import type { SummaryItem } from "./page/error-summary.tsx";

/** Why a code proved no new address: at its field, but for an address of somebody else, whose code is asked no more. */
export function sayRequestCode(words: Words, refusal: ProveRequestEmailRefusal): SummaryItem {
  const { refusal: refusals, email } = words.credentials.requests;
  if (refusal.kind === "email_taken") return { sentence: email.taken };
  return { field: "code", sentence: sayRefusal(refusals, refusal) };
}
