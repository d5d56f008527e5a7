import type { TypedDay } from "../forms/typed-day.ts";
import type { FormFields } from "./form.ts";

/** A day as a date field of that name sends it, in three parts. */
export function typedDayOf(form: Pick<FormFields, "text">, name: string): TypedDay {
  return { day: form.text(`${name}Day`), month: form.text(`${name}Month`), year: form.text(`${name}Year`) };
}
