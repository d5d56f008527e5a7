import { maskCitizenId, parseCitizenId } from "../kernel/citizen-id.ts";
import type { FilledField } from "./document-fields.ts";

/** An item of a licence as it is listed publicly (Electronic Official Performance Act 2565, s. 13). */
export interface PublicItem {
  readonly key: string;
  readonly labelTh: string | null;
  readonly labelEn: string | null;
  readonly value: string;
}

/** Fields that say the same of every licence of an agency. */
const same: readonly string[] = ["agency", "service", "petition_number"];
const longRuns = /\d[\d -]{11,16}\d/g;
const phones = /(?<!\d)0\d{1,2}[ -]?\d{3}[ -]?\d{3,4}(?!\d)/g;

/** The items of a licence that are public: what stands on it but numbers of a person, also where text holds one. */
export function publicItems(fields: readonly FilledField[]): readonly PublicItem[] {
  return fields
    .filter(({ key, value, isPersonal }) => !isPersonal && value.trim() !== "" && !same.includes(key))
    .map(({ key, label, value }) => ({
      key,
      labelTh: label?.th ?? null,
      labelEn: label?.en ?? null,
      value: withoutPersonalNumbers(value),
    }));
}

/** A text with citizen ids masked and phone numbers left out. */
export function withoutPersonalNumbers(text: string): string {
  return text
    .replace(longRuns, (run) => {
      const id = parseCitizenId(run);
      return id.ok ? maskCitizenId(id.value) : run;
    })
    .replace(phones, "xxx-xxx-xxxx");
}
