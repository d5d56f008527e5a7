import { wordingOf } from "../forms/typed-field.ts";
import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { DocumentTemplate, Validity } from "./document-template.ts";
import { documentKinds } from "./issued-document.ts";
import { readTemplateText, type FieldName } from "./template-text.ts";

export const validityUnits = ["days", "months", "years"] as const;

/** A template as an officer writes it. */
export interface TypedTemplate {
  readonly kind: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly text: string;
  /** One of the units, or anything else for a document that does not end. */
  readonly validityUnit: string;
  readonly validityCount: string;
  readonly isListed: boolean;
}

export interface TemplateFault {
  readonly input: "titleTh" | "text" | "validityCount";
  readonly kind: "empty" | "name" | "number";
  /** The name in braces that no field has. */
  readonly name?: string;
}

export interface TemplateRefusal {
  readonly kind: "template_wrong";
  readonly faults: readonly TemplateFault[];
}

/** Reads a template under its key. Refuses an empty title or text, an unknown name in braces, and no time. */
export function readTemplate(
  key: string,
  typed: TypedTemplate,
  names: readonly FieldName[],
): Result<DocumentTemplate, TemplateRefusal> {
  const faults: TemplateFault[] = [];
  const title = wordingOf(typed.titleTh, typed.titleEn);
  if (title === null) faults.push({ input: "titleTh", kind: "empty" });
  const read = readTemplateText(typed.text, names);
  if (!read.ok) {
    const { refusal } = read;
    if (refusal.kind === "template_name") faults.push({ input: "text", kind: "name", name: refusal.name });
    else faults.push({ input: "text", kind: "empty" });
  }
  const validity = readValidity(typed, faults);
  const kind = documentKinds.find((one) => one === typed.kind) ?? "letter";
  if (faults.length > 0 || title === null || !read.ok) return refuse({ kind: "template_wrong", faults });
  return ok({ key, kind, title, paragraphs: read.value, validity, isListed: typed.isListed });
}

function readValidity(typed: TypedTemplate, faults: TemplateFault[]): Validity | null {
  const unit = validityUnits.find((one) => one === typed.validityUnit);
  if (unit === undefined) return null;
  const tidy = toAsciiDigits(typed.validityCount).trim();
  const count = /^\d{1,3}$/.test(tidy) ? Number(tidy) : 0;
  if (count < 1 || count > 730) faults.push({ input: "validityCount", kind: "number" });
  return { count, unit };
}

/** A key for a new template that none of the others has. */
export function freeTemplateKey(templates: readonly DocumentTemplate[]): string {
  const numbers = templates.map(({ key }) => Number(/^t(\d{1,6})$/.exec(key)?.[1] ?? 0));
  return `t${Math.max(0, ...numbers) + 1}`;
}
