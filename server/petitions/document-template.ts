import type { Wording } from "../forms/field.ts";
import type { DocumentKind } from "./issued-document.ts";

/** For how long a document is good from its day of issue; null units never end. */
export interface Validity {
  readonly count: number;
  readonly unit: "days" | "months" | "years";
}

/** What an officer fills and issues from a petition (E5.4). Words in double braces are fields: "{{name}}". */
export interface DocumentTemplate {
  /** Names the template within its service: a small letter, then small letters, digits and _. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly title: Wording;
  /** The paragraphs in Thai, the language an agency writes in; a field by its key in double braces. */
  readonly paragraphs: readonly string[];
  /** Null: it does not end. */
  readonly validity: Validity | null;
  /** True: it stands in the public list of licences (Electronic Official Performance Act 2565, s. 13). */
  readonly isListed: boolean;
}

/** The fields every template may name beside the form's own. */
export const templateFields = [
  "name",
  "citizen_id",
  "petition_number",
  "document_number",
  "issued_day",
  "valid_until",
  "agency",
  "service",
  "paid",
] as const;
export type TemplateField = (typeof templateFields)[number];

const named = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** The fields a template names, each once, in the order of their first mention. */
export function fieldsNamed(template: DocumentTemplate): readonly string[] {
  const found = template.paragraphs.flatMap((text) =>
    [...text.matchAll(named)].map((match) => match[1] ?? ""),
  );
  return [...new Set(found)];
}

/** A paragraph with every field put in; `valueOf` null leaves the line of dots a clerk fills by hand. */
export function fillParagraph(paragraph: string, valueOf: (field: string) => string | null): string {
  return paragraph.replace(named, (_, field: string) => valueOf(field) ?? "........................");
}
