import type { FormFields } from "../../server/http/form.ts";
import type { PageContext } from "../../server/http/page/context.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import type { AddressChoices } from "../../server/http/form-page/form-view.ts";
import { addressParts } from "../../server/forms/typed-place.ts";
import { joinFields, type JoinFaults, type JoinSpot, type TypedJoin } from "../../server/identity/join.ts";
import type { Gazetteer } from "../../server/ports.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";

const isAddressPart = (field: string) => addressParts.some((part) => part === field);

/** The name of a field in the form: the parts of the address stand under it. */
function inputOf(field: string): string {
  return isAddressPart(field) ? `address.${field}` : field;
}

/** What was typed, as it was typed. */
export function typedIn(form: FormFields): TypedJoin {
  return Object.fromEntries(joinFields.map((field) => [field, form.text(inputOf(field))])) as TypedJoin;
}

/** The address as the inputs of a form find it. */
export function addressAnswers(typed: TypedJoin): unknown {
  return { address: Object.fromEntries(addressParts.map((part) => [part, typed[part]])) };
}

/** What is wrong, in words: the items of the summary with the inputs they lead to. */
export type Sentences = readonly (SummaryItem & { readonly at?: string })[];

/** Puts faults into words, in the order of the form. */
export function sentencesOf(page: PageContext, faults: JoinFaults): Sentences {
  const { form, faults: words } = page.words.join;
  const order: readonly JoinSpot[] = [
    ...(["citizenId", "prefix", "firstName", "lastName", "birth", "phone", "email"] as const),
    ...(["line", "province", "district", "subdistrict", "postcode", "password"] as const),
  ];
  return order.flatMap((spot) => {
    const fault = faults[spot];
    if (!fault) return [];
    const sentence = sayRefusal(words, fault);
    const label = isAddressPart(spot)
      ? form.address
      : form[spot as Exclude<JoinSpot, (typeof addressParts)[number]>];
    const field = spot === "birth" ? "birthYear" : inputOf(spot);
    return [{ at: isAddressPart(spot) ? "address" : spot, field, sentence: form.at(label, sentence) }];
  });
}

/** The sentence beside one field: the first of those that belong to it. */
export function errorOf(sentences: Sentences, spot: string): string | undefined {
  return sentences.find(({ at }) => at === spot)?.sentence;
}

/** What the address can be chosen from, as far as it was chosen. */
export async function choicesFor(gazetteer: Gazetteer, typed: TypedJoin): Promise<AddressChoices> {
  const [provinces, districts, subdistricts] = await Promise.all([
    gazetteer.provinces(),
    gazetteer.districts(typed.province),
    gazetteer.subdistricts(typed.district),
  ]);
  return { provinces, districts, subdistricts };
}
