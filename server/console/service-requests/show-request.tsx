import { seeRequest, type DeskRequest } from "../../credentials/actions/see-requests.ts";
import type { AppContext } from "../../http/env.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { sessionOf, staffOf } from "../gates.ts";
import { requestsPath } from "./list-page.tsx";
import { RequestPage } from "./request-page.tsx";
import { requestTellings, type RequestTelling, type TypedAtRequest } from "./request-props.ts";

/** Nothing was typed. */
export const nothing: TypedAtRequest = { number: "", outcome: "", note: "", reason: "", message: "" };

/** The request of the address, if its reader may see it. */
export function seenRequest(c: AppContext): Promise<DeskRequest | null> {
  return seeRequest(c.var.ports, staffOf(c), c.req.param("requestId") ?? "");
}

/** Back to the page of a request, which says what was done. */
export function requestDone(c: AppContext, { id }: DeskRequest, told: RequestTelling): Response {
  return c.redirect(`${requestsPath}/${id}?told=${told}`, 303);
}

/** The page of a request, with what was refused and what was typed. */
export function showRequest(
  c: AppContext,
  seen: DeskRequest,
  faults: readonly SummaryItem[],
  typed: TypedAtRequest,
): Promise<Response> {
  const told = requestTellings.find((each) => each === c.req.query("told")) ?? null;
  const requestKey = newRequestKey(c.var.ports.random);
  const shown = { page: pageContext(c), staff: sessionOf(c), seen, faults, typed, requestKey };
  const status = faults.length > 0 ? 422 : 200;
  return sendPage(c, <RequestPage {...shown} told={faults.length > 0 ? null : told} />, { status });
}
