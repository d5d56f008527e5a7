import type { FormFields } from "../../http/form.ts";
import { isUuid } from "../../kernel/uuid.ts";

/** What a hand-over, or a line of an uploaded list, brings to the desk in hidden fields; all empty for whoever came without. */
export const carriedFields = [
  "handOverId",
  "handedCitizenId",
  "service",
  "firstName",
  "lastName",
  "mobile",
  "hn",
] as const;
export type Carried = Readonly<Record<(typeof carriedFields)[number], string>>;

/** What was carried in a posted form. Without the id of a hand-over, what only begins the fields: service and HN. */
export function readCarried(form: FormFields): Carried {
  const text = Object.fromEntries(carriedFields.map((name) => [name, form.text(name)])) as Carried;
  const { service, hn } = text;
  return isUuid(text.handOverId) ? text : { ...nothingCarried, service, hn };
}

export const nothingCarried = Object.fromEntries(carriedFields.map((name) => [name, ""])) as Carried;
