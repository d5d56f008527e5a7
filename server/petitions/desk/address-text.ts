import type { AcceptedAnswers } from "../../forms/accepted.ts";
import type { Form } from "../../forms/form.ts";
import type { Address } from "../../forms/typed-place.ts";
import { addressLine } from "../../kernel/gazetteer.ts";
import type { Ports } from "../../ports.ts";

/** The addresses among answers as they are written on paper, in Thai, by the field's key. */
export async function addressTexts(
  ports: Pick<Ports, "gazetteer">,
  form: Form,
  answers: AcceptedAnswers,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { key, type } of form.fields) {
    const answer = answers[key];
    if (type !== "address" || typeof answer !== "object" || !("postcode" in answer)) continue;
    found.set(key, await addressText(ports, answer));
  }
  return found;
}

/** One address as it is written, in Thai. */
export async function addressText(
  { gazetteer }: Pick<Ports, "gazetteer">,
  address: Address,
): Promise<string> {
  const [provinces, districts, subdistricts] = await Promise.all([
    gazetteer.provinces(),
    gazetteer.districts(address.province),
    gazetteer.subdistricts(address.district),
  ]);
  const areas = {
    province: provinces.find(({ code }) => code === address.province) ?? null,
    district: districts.find(({ code }) => code === address.district) ?? null,
    subdistrict: subdistricts.find(({ code }) => code === address.subdistrict) ?? null,
  };
  return addressLine(address, areas, "th");
}
