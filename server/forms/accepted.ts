import type { Address, Place } from "./typed-place.ts";

/**
 * An answer that was accepted: text, a day "YYYY-MM-DD", a time "HH:mm", a phone in E.164, a citizen id or an option as
 * text; numbers and whole satang; yes or no; options or ids of files; an address; a place; a group's items.
 */
export type Accepted =
  string | number | boolean | readonly string[] | Address | Place | readonly AcceptedAnswers[];
export type AcceptedAnswers = { readonly [key: string]: Accepted };
