import type { Shape } from "../shape.ts";
import type { apiTh } from "./th.ts";

const status = {
  issued: "issued",
  used: "used",
  closed: "closed",
  cancelled: "cancelled",
  expired: "expired",
} as const;

/** What a hospital's own system is answered (F8), in English. */
export const apiEn: Shape<typeof apiTh> = {
  problem: {
    key_invalid: () => "The API key is wrong, has expired or was ended",
    key_scope: ({ scope }) => `This API key lacks the scope ${scope}`,
    key_limit: ({ seconds }) => `Too many calls; try again in ${seconds} seconds`,
    not_found: () => "There is no such thing at this facility",
    body_too_large: ({ bytes }) => `The body is larger than ${bytes} bytes`,
    body_not_json: () => "The body must be JSON (content-type: application/json)",
    request_invalid: () => "Something is missing or has the wrong form; see errors",
    idempotency_key_missing: () => "The header Idempotency-Key (1–128 characters) is needed",
    idempotency_key_reused: () => "This Idempotency-Key was used with another request",
    request_in_flight: () => "The first request with this Idempotency-Key is still at work; try again soon",
    facility_closed: () => "This facility is closed, so no code can be issued",
    service_not_offered: () => "The facility does not offer this service today",
    person_unknown: () => "Nobody of this number is known yet",
    codes_there_already: () => "Every service asked for has its code of today; see codes",
    visit_not_draft: () => "This visit was confirmed or cancelled already",
    draft_changed: () => "Somebody else changed this visit",
    code_move_refused: ({ status: at }) => `This code is ${status[at]}, so this cannot be done`,
    cancel_reason_missing: () => "Give the reason for cancelling",
    fault: () =>
      "The service has a temporary fault; nothing confirmed is lost. Try again with the same Idempotency-Key",
  },
  field: {
    expected: (expected: string) => `must be ${expected}`,
    wrong: "This value cannot be used",
  },
  operation: {
    about: "This key, its facility and what is offered today",
    issue: "Issue service codes, one for each service",
    code: "One service code",
    latest: "The latest code of a person at this facility",
    status: "The codes of a person for a day and a service",
    use: "Mark a code used",
    close: "Close a code; gives the EP code",
    cancel: "Cancel a code with a reason",
    report: "The report of visits, page by page",
    reconcile: "Check visits before claiming",
  },
  document: {
    unchanged: "What the caller has stands still (If-None-Match)",
    title: "Pratu API",
    lead: (calls: number) =>
      `At most ${calls} calls a minute for each key. Days are of the Christian era in Bangkok, moments in UTC. Only people of the own facility are told, and each of them sees every look.`,
    key: (scopes: string) => `A key from /console/systems. Scopes: ${scopes}`,
  },
  webhook: {
    title: "What happens to a code, sent to a webhook endpoint",
    header: {
      "webhook-id": "The message's id, the same at every try: drop what came before",
      "webhook-timestamp": "When it is sent, in seconds (Unix)",
      "webhook-signature": "One or more signatures v1,<base64>, with spaces between",
    },
    taken: "Taken",
    unwanted: "Not wanted; it is not sent again",
    again: "Anything else, or no answer within 10 seconds: it is sent again for about three days",
  },
  agent: {
    asked_today: "An AuthenCode was asked for today already",
    citizen_id: "The citizen number is wrong: it has 13 digits",
    claim_type: "This service (claimType) is not offered today",
    other_facility: "The hcode is not that of the key's facility",
    no_code: "Nobody of this number has an AuthenCode at this facility",
    no_reader: "No card is read at this address: use the agent on the machine",
    correlation_missing: "There is no correlationId of a card reading",
    fault: "The service has a temporary fault",
  },
};
