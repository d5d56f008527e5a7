import { addressParts } from "../../../forms/typed-place.ts";
import {
  registrationFields,
  type RegistrationFault,
  type TypedRegistration,
} from "../../../credentials/registration-facts.ts";
import type { IdentityFault } from "../../../credentials/registration-refusal.ts";
import type { AddressChoices } from "../../../http/form-page/form-view.ts";
import type { FormFields } from "../../../http/form.ts";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import type { Gazetteer } from "../../../ports.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";

const isAddressPart = (field: string) => addressParts.some((part) => part === field);

/** The name of a field in the form: the parts of the address stand under it. */
function inputOf(field: string): string {
  return isAddressPart(field) ? `address.${field}` : field;
}

/** Step 3 as it was typed. */
export function typedIn(form: FormFields): TypedRegistration {
  const longest = 300;
  return Object.fromEntries(
    registrationFields.map((field) => [field, form.text(inputOf(field)).slice(0, longest)]),
  ) as TypedRegistration;
}

/** What is wrong in step 3, in words, each leading to its input; the list alone names the field, as the page does beside it. */
export function sayDataFaults(
  { words }: PageContext,
  faults: readonly RegistrationFault[],
): readonly SummaryItem[] {
  const { data, refusal } = words.credentials.registration;
  return faults.map(({ field, refusal: why }) => {
    const label = field === "email" || field === "mobile" ? data[field] : data.address;
    return { field: inputOf(field), label, sentence: sayRefusal(refusal.field, why) };
  });
}

/** What is wrong in step 1, in words; a file by its name. */
export function sayIdentityFaults(
  { words }: PageContext,
  faults: readonly IdentityFault[],
): readonly SummaryItem[] {
  const { identity } = words.credentials.registration.refusal;
  return faults.map((fault) => {
    const sentence = sayRefusal(identity, fault.refusal);
    return { field: fault.field, sentence: "name" in fault ? `${fault.name}: ${sentence}` : sentence };
  });
}

/** What the address can be chosen from, as far as it was chosen. */
export async function choicesFor(gazetteer: Gazetteer, typed: TypedRegistration): Promise<AddressChoices> {
  const [provinces, districts, subdistricts] = await Promise.all([
    gazetteer.provinces(),
    gazetteer.districts(typed.province),
    gazetteer.subdistricts(typed.district),
  ]);
  return { provinces, districts, subdistricts };
}
