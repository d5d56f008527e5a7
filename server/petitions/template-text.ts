import { isAsked, type FieldType } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { templateFields, type TemplateField } from "./document-template.ts";

/** A field a template may name, as whoever writes templates sees it. */
export interface FieldName {
  readonly key: string;
  /** Unique within the service, in Thai, without braces. */
  readonly name: string;
}

/** What is no one value that a paper could say. */
const withoutWords: readonly FieldType[] = ["group", "files", "photo", "declaration"];
const named = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Every field a template of the service may name: those of each petition, then the form's that are one value. */
export function fieldNames(form: Form, usual: Readonly<Record<TemplateField, string>>): readonly FieldName[] {
  const asked = form.fields.filter((field) => isAsked(field) && !withoutWords.includes(field.type));
  const all = [
    ...templateFields.map((key) => ({ key, said: usual[key] })),
    ...asked.map(({ key, label }) => ({ key, said: label.th.replace(/[{}]/g, "").trim() || key })),
  ];
  const met = new Map<string, number>();
  return all.map(({ key, said }) => {
    const before = met.get(said) ?? 0;
    met.set(said, before + 1);
    return { key, name: before === 0 ? said : `${said} (${before + 1})` };
  });
}

/** Paragraphs as one text to edit: fields by their names, an empty line between paragraphs. */
export function templateText(paragraphs: readonly string[], names: readonly FieldName[]): string {
  const nameOf = new Map(names.map(({ key, name }) => [key, name]));
  return paragraphs
    .map((text) => text.replace(named, (whole, key: string) => `{{${nameOf.get(key) ?? key}}}`))
    .join("\n\n");
}

/** Reads what was edited: a paragraph a line. Refuses an empty text, and a name in braces that no field has. */
export function readTemplateText(
  text: string,
  names: readonly FieldName[],
): Result<
  readonly string[],
  { readonly kind: "template_empty" } | { readonly kind: "template_name"; readonly name: string }
> {
  const keyOf = new Map(names.flatMap(({ key, name }) => [[key, key] as const, [name, key] as const]));
  const paragraphs = text
    .normalize("NFC")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (paragraphs.length === 0) return refuse({ kind: "template_empty" });
  const unknown = paragraphs
    .flatMap((line) => [...line.matchAll(named)])
    .find((match) => !keyOf.has(match[1] ?? ""));
  if (unknown) return refuse({ kind: "template_name", name: unknown[1] ?? "" });
  return ok(
    paragraphs.map((line) => line.replace(named, (_, name: string) => `{{${keyOf.get(name) ?? name}}}`)),
  );
}
