import type { PersonName } from "../kernel/person-name.ts";

/** "สมชาย ใจดี": given name and family name; null when nobody knows them, or nobody is there. */
export function fullName(
  person: { readonly firstName: PersonName | null; readonly lastName: PersonName | null } | null,
): string | null {
  if (!person?.firstName) return null;
  return [person.firstName, person.lastName].filter((part) => part !== null).join(" ");
}
