import type { DeskRequest } from "../../credentials/actions/see-requests.ts";
import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";

export const requestTellings = ["sent", "signed", "called", "granted", "refused", "said", "written"] as const;
export type RequestTelling = (typeof requestTellings)[number];

/** What the page of a request is made from. */
export interface RequestPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: DeskRequest;
  readonly told: RequestTelling | null;
  readonly faults: readonly SummaryItem[];
  /** What was typed into the field that was refused. */
  readonly typed: TypedAtRequest;
  readonly requestKey: string;
}

/** What may be typed at a request. */
export type TypedAtRequest = Readonly<Record<"number" | "outcome" | "note" | "reason" | "message", string>>;

/** What a form on that page is made from. */
export type FormProps = RequestPageProps & { readonly path: string };

/** What was wrong with a field. */
export function errorAt({ faults }: Pick<RequestPageProps, "faults">, field: string): string | undefined {
  return faults.find((item) => item.field === field)?.sentence;
}
