import { parseCitizenId, type CitizenIdRefusal } from "../kernel/citizen-id.ts";
import { readDigits } from "../kernel/digits.ts";
import { parsePersonName, type PersonNameRefusal } from "../kernel/person-name.ts";
import { formatPhone, nationalPhone, parsePhone, type PhoneRefusal } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { parseEmail, type EmailRefusal } from "../kernel/email.ts";
import type { StaffFacts } from "./staff.ts";

/** What the letter asks of each person, as it is typed (F1.1). */
export type StaffPersonFields = Readonly<Record<keyof StaffFacts, string>>;
export const staffPersonFields = [
  "firstName",
  "lastName",
  "citizenId",
  "workPhone",
  "mobile",
  "email",
] as const satisfies readonly (keyof StaffFacts)[];

export type WorkPhoneRefusal = { readonly kind: "work_phone_shape" };

/** What was wrong, field by field. */
export type StaffPersonFault =
  | { readonly field: "firstName" | "lastName"; readonly refusal: PersonNameRefusal }
  | { readonly field: "citizenId"; readonly refusal: CitizenIdRefusal }
  | { readonly field: "workPhone"; readonly refusal: WorkPhoneRefusal }
  | { readonly field: "mobile"; readonly refusal: PhoneRefusal }
  | { readonly field: "email"; readonly refusal: EmailRefusal };

/** A person of a request whose fields were not all right. */
export interface StaffPersonRefusal {
  readonly kind: "person_faults";
  readonly faults: readonly StaffPersonFault[];
}

/** Reads what is typed of a person. Refuses with every field that is wrong, in the order they stand on the page. */
export function parseStaffPerson(typed: StaffPersonFields): Result<StaffFacts, StaffPersonRefusal> {
  const firstName = parsePersonName(typed.firstName);
  const lastName = parsePersonName(typed.lastName);
  const citizenId = parseCitizenId(typed.citizenId);
  const workPhone = parseWorkPhone(typed.workPhone);
  const mobile = parsePhone(typed.mobile);
  const email = parseEmail(typed.email);
  if (firstName.ok && lastName.ok && citizenId.ok && workPhone.ok && mobile.ok && email.ok) {
    return ok({
      firstName: firstName.value,
      lastName: lastName.value,
      citizenId: citizenId.value,
      workPhone: workPhone.value,
      mobile: nationalPhone(mobile.value),
      email: email.value,
    });
  }
  const faults: StaffPersonFault[] = [];
  if (!firstName.ok) faults.push({ field: "firstName", refusal: firstName.refusal });
  if (!lastName.ok) faults.push({ field: "lastName", refusal: lastName.refusal });
  if (!citizenId.ok) faults.push({ field: "citizenId", refusal: citizenId.refusal });
  if (!workPhone.ok) faults.push({ field: "workPhone", refusal: workPhone.refusal });
  if (!mobile.ok) faults.push({ field: "mobile", refusal: mobile.refusal });
  if (!email.ok) faults.push({ field: "email", refusal: email.refusal });
  return refuse({ kind: "person_faults", faults });
}

/**
 * Reads a telephone at work: nine or ten digits beginning with 0, and an extension of up to six after "ต่อ", "ext" or
 * #. Answers the digits, the extension after " ต่อ ".
 */
export function parseWorkPhone(text: string): Result<string, WorkPhoneRefusal> {
  const [number = "", extension, ...more] = text.split(/ต่อ|ext\.?|#/i);
  const read = readDigits(number);
  const inner = extension === undefined ? null : readDigits(extension);
  if (!read.ok || !/^0\d{8,9}$/.test(read.value) || more.length > 0)
    return refuse({ kind: "work_phone_shape" });
  if (inner === null) return ok(read.value);
  if (!inner.ok || !/^\d{1,6}$/.test(inner.value)) return refuse({ kind: "work_phone_shape" });
  return ok(`${read.value} ต่อ ${inner.value}`);
}

/** A kept mobile as people read it: "081-234-5678". */
export function sayMobile(mobile: string): string {
  const phone = parsePhone(mobile);
  return phone.ok ? formatPhone(phone.value) : mobile;
}
