import { addressParts, readAddress, type Address, type PlaceRefusal } from "../forms/typed-place.ts";
import { parseEmail, type Email, type EmailRefusal } from "../kernel/email.ts";
import { nationalPhone, parsePhone, type PhoneRefusal } from "../kernel/phone.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";

/** The words somebody consents to before registering; a new wording is a new version. */
export const registrationConsentVersion = "2/2569";

/** What step 3 asks for. */
export const registrationFields = ["email", "mobile", ...addressParts] as const;
export type RegistrationField = (typeof registrationFields)[number];

/** Step 3 as it was typed. */
export type TypedRegistration = Readonly<Record<RegistrationField, string>>;

/** What is kept sealed of a registration: given so far, and as it was typed, so that nothing typed is lost. */
export interface RegistrationFacts {
  readonly citizenId: string | null;
  /** The name the app vouched for. */
  readonly provenName: string | null;
  readonly typed: TypedRegistration;
}

export const nothingRegistered: RegistrationFacts = {
  citizenId: null,
  provenName: null,
  typed: Object.fromEntries(registrationFields.map((field) => [field, ""])) as TypedRegistration,
};

/** Where the facts of a registration and the reason of its refusal stand sealed. */
export function registrationPlace(holdingId: string) {
  return { table: "token_registration", rowId: holdingId };
}

/** Step 3, read. */
export interface RegisteredData {
  readonly email: Email;
  /** "0812345678". */
  readonly mobile: string;
  readonly address: Address;
}

export type RegistrationFieldRefusal =
  | EmailRefusal
  | PhoneRefusal
  | PlaceRefusal
  /** The code that was mailed there has not been typed yet. */
  | { readonly kind: "email_unproven" };

export type RegistrationFault = {
  readonly field: RegistrationField;
  readonly refusal: RegistrationFieldRefusal;
};

export type RegistrationFaults = {
  readonly kind: "registration_faults";
  readonly faults: readonly RegistrationFault[];
};

/** Reads step 3. Refuses with everything that is wrong or missing, in the order of the page. */
export function readRegistered(
  typed: TypedRegistration,
  isEmailProven: boolean,
): Result<RegisteredData, RegistrationFaults> {
  const faults: RegistrationFault[] = [];
  const [email, mobile, address] = [parseEmail(typed.email), parsePhone(typed.mobile), readAddress(typed)];
  if (!address.ok) faults.push(...addressFaults(typed, address.refusal));
  if (!email.ok) faults.push({ field: "email", refusal: email.refusal });
  else if (!isEmailProven) faults.push({ field: "email", refusal: { kind: "email_unproven" } });
  if (!mobile.ok) faults.push({ field: "mobile", refusal: mobile.refusal });
  if (faults.length > 0 || !email.ok || !mobile.ok || !address.ok)
    return refuse({ kind: "registration_faults", faults });
  return ok({ email: email.value, mobile: nationalPhone(mobile.value), address: address.value });
}

/** Parts of the address in the order of the page. */
const partsOnPage = ["line", "province", "district", "subdistrict", "postcode"] as const;

/** What is wrong with the address, and every part that is still empty, so that nothing turns up at the next try. */
function addressFaults(typed: TypedRegistration, refusal: PlaceRefusal): readonly RegistrationFault[] {
  if (refusal.kind !== "address_part") return [{ field: partOf(refusal), refusal }];
  return partsOnPage
    .filter((part) => part === refusal.part || typed[part].trim() === "")
    .map((part) => ({ field: part, refusal: { kind: "address_part", part } }));
}

function partOf(refusal: PlaceRefusal): RegistrationField {
  return refusal.kind === "map_point_shape" ? "line" : refusal.part;
}

/** True when two texts are one address: capitals and outer spaces do not make another one. */
export function isSameEmail(one: string, other: string): boolean {
  const [first, second] = [parseEmail(one), parseEmail(other)];
  return first.ok && second.ok && first.value === second.value;
}
