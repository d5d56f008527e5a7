import type { FormFields } from "../../http/form.ts";
import { isUuid } from "../../kernel/uuid.ts";

/** What a hand-over brings to the desk from page to page, in hidden fields; all empty for whoever came without one. */
export const carriedFields = [
  "handOverId",
  "handedCitizenId",
  "service",
  "firstName",
  "lastName",
  "mobile",
] as const;
export type Carried = Readonly<Record<(typeof carriedFields)[number], string>>;

/** What was carried in a posted form. An id that is none counts as nothing. */
export function readCarried(form: FormFields): Carried {
  const text = Object.fromEntries(carriedFields.map((name) => [name, form.text(name)])) as Carried;
  return isUuid(text.handOverId) ? text : nothingCarried;
}

export const nothingCarried = Object.fromEntries(carriedFields.map((name) => [name, ""])) as Carried;
