import { toAsciiDigits, withoutSeparators } from "../kernel/digits.ts";
import { parseEmail } from "../kernel/email.ts";
import { nationalPhone, parsePhone } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import {
  needsEmail,
  needsText,
  serviceCases,
  type RequestFacts,
  type ServiceCase,
} from "./service-request.ts";

/** The fields of the form that are typed; all else is known of the seat and whoever is in it. */
export const requestFields = [
  "case",
  "payingUnit",
  "mobile",
  "division",
  "ministry",
  "said",
  "newEmail",
] as const;
export type RequestField = (typeof requestFields)[number];
export type TypedRequest = Readonly<Record<RequestField, string>>;

export const requestFaultKinds = [
  "case_missing",
  "paying_unit_missing",
  "paying_unit_wrong",
  "mobile_wrong",
  "division_missing",
  "ministry_missing",
  "said_missing",
  "too_long",
  "email_missing",
  "email_wrong",
] as const;
export type RequestFaultKind = (typeof requestFaultKinds)[number];

export interface RequestFault {
  readonly field: RequestField;
  readonly kind: RequestFaultKind;
}

export interface RequestFaults {
  readonly kind: "request_wrong";
  readonly faults: readonly RequestFault[];
}

export type ReadRequest = { readonly case: ServiceCase } & Pick<
  RequestFacts,
  "payingUnit" | "mobile" | "division" | "ministry" | "said" | "newEmail"
>;

const longestLine = 200;
const longestText = 1000;
const payingUnitDigits = 15;

/**
 * Reads what was typed, every fault at once, each at its field. The text belongs to cases 4 and 7 alone, the address to
 * 5–8; what stands in them beside another case is left out.
 */
export function readRequest(typed: TypedRequest): Result<ReadRequest, RequestFaults> {
  const faults: RequestFault[] = [];
  const fault = (field: RequestField, kind: RequestFaultKind) => void faults.push({ field, kind });
  const chosen = serviceCases.find((each) => each === typed.case) ?? null;
  if (chosen === null) fault("case", "case_missing");
  const payingUnit = withoutSeparators(toAsciiDigits(typed.payingUnit.trim()));
  if (payingUnit === "") fault("payingUnit", "paying_unit_missing");
  else if (!/^\d+$/.test(payingUnit) || payingUnit.length !== payingUnitDigits)
    fault("payingUnit", "paying_unit_wrong");
  const mobile = parsePhone(typed.mobile);
  if (!mobile.ok) fault("mobile", "mobile_wrong");
  const [division, ministry] = [lineOf(typed.division), lineOf(typed.ministry)];
  if (division === "") fault("division", "division_missing");
  if (ministry === "") fault("ministry", "ministry_missing");
  if (division.length > longestLine) fault("division", "too_long");
  if (ministry.length > longestLine) fault("ministry", "too_long");
  const said = chosen !== null && needsText(chosen) ? typed.said.normalize("NFC").trim() : "";
  if (chosen !== null && needsText(chosen) && said === "") fault("said", "said_missing");
  if (said.length > longestText) fault("said", "too_long");
  const newEmail = chosen !== null && needsEmail(chosen) ? readEmail(typed.newEmail, fault) : "";
  if (chosen === null || !mobile.ok || faults.length > 0) return refuse({ kind: "request_wrong", faults });
  return ok({
    case: chosen,
    payingUnit,
    mobile: nationalPhone(mobile.value),
    division,
    ministry,
    said,
    newEmail,
  });
}

function readEmail(text: string, fault: (field: RequestField, kind: RequestFaultKind) => void): string {
  const email = parseEmail(text);
  if (email.ok) return email.value;
  fault("newEmail", email.refusal.kind === "email_empty" ? "email_missing" : "email_wrong");
  return "";
}

function lineOf(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
