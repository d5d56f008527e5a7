import type { CodeMoveRefusal } from "../visits/service-code.ts";
import type { ApiScope } from "./api-key.ts";

/** Every way a call of a hospital's own system may be refused or fail, as its answer names it. */
export type ApiProblem =
  | { readonly kind: "key_invalid" }
  | { readonly kind: "key_scope"; readonly scope: ApiScope }
  | { readonly kind: "key_limit"; readonly seconds: number }
  | { readonly kind: "not_found" }
  | { readonly kind: "body_too_large"; readonly bytes: number }
  | { readonly kind: "body_not_json" | "request_invalid" }
  | { readonly kind: "idempotency_key_missing" | "idempotency_key_reused" | "request_in_flight" }
  | { readonly kind: "facility_closed" | "service_not_offered" | "person_unknown" | "codes_there_already" }
  | { readonly kind: "visit_not_draft" | "draft_changed" | "cancel_reason_missing" }
  | CodeMoveRefusal
  | { readonly kind: "fault" };
export type ApiProblemKind = ApiProblem["kind"];

/** The HTTP status of each. */
export const problemStatus = {
  key_invalid: 401,
  key_scope: 403,
  key_limit: 429,
  not_found: 404,
  body_too_large: 413,
  body_not_json: 400,
  request_invalid: 400,
  idempotency_key_missing: 400,
  idempotency_key_reused: 422,
  request_in_flight: 409,
  facility_closed: 409,
  service_not_offered: 409,
  person_unknown: 404,
  codes_there_already: 409,
  visit_not_draft: 409,
  draft_changed: 409,
  cancel_reason_missing: 400,
  code_move_refused: 409,
  fault: 503,
} as const satisfies Record<ApiProblemKind, number>;
