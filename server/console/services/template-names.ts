import type { FieldType } from "../../forms/field.ts";
import { fieldOf } from "../../forms/form-edit.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { TemplateField } from "../../petitions/document-template.ts";
import type { ServiceDefinition } from "../../petitions/service-definition.ts";
import { fieldNames, type FieldName } from "../../petitions/template-text.ts";
import { wordsIn } from "../../words/words.ts";

/** The fields a document of this service may name, in Thai: the language documents are written in. */
export function namesOf(definition: ServiceDefinition): readonly FieldName[] {
  const usual: Readonly<Record<TemplateField, string>> = wordsIn("th").services.rules.documents.usual;
  return fieldNames(definition.form, usual);
}

/** What stands for a field in a preview: made-up, but of the right shape. */
export function sampleOf(page: PageContext, definition: ServiceDefinition, key: string): string {
  const samples: Readonly<Record<string, string>> = wordsIn("th").services.rules.documents.sample;
  if (key === "service") return definition.name.th;
  const sample = samples[key];
  if (sample !== undefined) return sample;
  const field = fieldOf(definition.form, key);
  if (!field) return page.words.services.rules.documents.usual.agency;
  if ("options" in field) return field.options[0]?.label.th ?? "…";
  return typed[field.type] ?? `(${field.label.th})`;
}

const typed: Readonly<Partial<Record<FieldType, string>>> = {
  number: "12",
  money: "1,500.00",
  date: "21 พ.ย. 2570",
  time: "08:30",
  phone: "081-234-5678",
  citizen_id: "1-2345-67890-12-1",
  address: "99/9 หมู่ 1 ต.บางกรวย อ.บางกรวย จ.นนทบุรี 11130",
};
