import type { SeenRequest } from "../credentials/actions/see-requests.ts";
import { requestFields, type RequestFault, type TypedRequest } from "../credentials/typed-request.ts";
import type { Words } from "../words/words.ts";
import type { FormFields } from "./form.ts";
import type { SummaryItem } from "./page/error-summary.tsx";

/** A form nobody has typed into, with what is usual. */
export function emptyRequest(words: Words, more: Partial<TypedRequest> = {}): TypedRequest {
  const empty = Object.fromEntries(requestFields.map((field) => [field, ""])) as TypedRequest;
  return { ...empty, ministry: words.credentials.requests.form.ministryUsual, ...more };
}

/** The form of a request that was made before, to be mended and sent anew. */
export function typedFrom({ case: of, facts }: Pick<SeenRequest, "case" | "facts">): TypedRequest {
  const { payingUnit, mobile, division, ministry, said, newEmail } = facts;
  return { case: of, payingUnit, mobile, division, ministry, said, newEmail };
}

/** A posted form as it was typed. */
export function typedRequestOf(form: FormFields): TypedRequest {
  return Object.fromEntries(requestFields.map((field) => [field, form.text(field)])) as TypedRequest;
}

/** What was wrong with it, in words, each beside its field. */
export function sayRequestFaults(words: Words, faults: readonly RequestFault[]): readonly SummaryItem[] {
  return faults.map(({ field, kind }) => ({ field, sentence: words.credentials.requests.faults[kind] }));
}
