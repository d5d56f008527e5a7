import type { Accepted, AcceptedAnswers } from "../forms/accepted.ts";
import type { Field, Wording } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";
import { placeText, type Place } from "../forms/typed-place.ts";
import { bahtOnPaper } from "../kernel/baht-text.ts";
import { formatCitizenId, parseCitizenId } from "../kernel/citizen-id.ts";
import { formatLongDay, parseBangkokDay } from "../kernel/thai-date.ts";
import {
  fieldsNamed,
  templateFields,
  type DocumentTemplate,
  type TemplateField,
} from "./document-template.ts";

/** A field of a template as an officer sees it before it is issued. */
export interface FilledField {
  readonly key: string;
  /** Null: one of the fields every template may name. */
  readonly label: Wording | null;
  readonly value: string;
  /** True: it tells a number of a person, and stands in no public list. */
  readonly isPersonal: boolean;
}

/** The fields that are put in when the document is issued, and cannot be typed. */
export const setFields = [
  "document_number",
  "issued_day",
  "valid_until",
] as const satisfies readonly TemplateField[];

const personal: readonly Field["type"][] = ["citizen_id", "phone", "email"];

/** The fields a template names that may be typed, each with its label and what the petition says. */
export function fillFields(
  template: DocumentTemplate,
  form: Form,
  answers: AcceptedAnswers,
  own: Readonly<Partial<Record<TemplateField, string>>>,
  addresses: ReadonlyMap<string, string> = new Map(),
): readonly FilledField[] {
  const set: readonly string[] = setFields;
  return fieldsNamed(template)
    .filter((key) => !set.includes(key))
    .map((key): FilledField => {
      const common = templateFields.find((known) => known === key);
      if (common) return { key, label: null, value: own[common] ?? "", isPersonal: common === "citizen_id" };
      const field = form.fields.find((one) => one.key === key);
      const label = field?.label ?? { th: key, en: null };
      const answer = answers[key];
      const value = addresses.get(key) ?? (field && answer !== undefined ? answerText(field, answer) : "");
      return { key, label, value, isPersonal: field !== undefined && personal.includes(field.type) };
    });
}

/** An accepted answer in words of paper, in Thai; files and addresses (whose areas are looked up) have none. */
export function answerText(field: Field, answer: Accepted): string {
  switch (field.type) {
    case "choice":
    case "choices":
      return [answer]
        .flat()
        .map((value) => field.options.find((option) => option.value === value)?.label.th ?? "")
        .filter((text) => text !== "")
        .join(" ");
    case "money":
      return typeof answer === "number" ? bahtOnPaper(answer) : "";
    case "number":
      return typeof answer === "number" ? answer.toLocaleString("en-US", { maximumFractionDigits: 6 }) : "";
    case "date": {
      const day = parseBangkokDay(textOf(answer));
      return day.ok ? formatLongDay(day.value, "th") : "";
    }
    case "citizen_id": {
      const id = parseCitizenId(textOf(answer));
      return id.ok ? formatCitizenId(id.value) : "";
    }
    case "yes_no":
      return answer === true ? "ใช่" : "ไม่ใช่";
    case "phone":
      return textOf(answer).replace(/^\+66/, "0");
    case "text":
    case "long_text":
    case "time":
    case "email":
      return textOf(answer);
    case "map_point":
      return placeText(answer as Place);
    case "address":
    case "group":
    case "files":
    case "photo":
    case "declaration":
    case "heading":
    case "help":
      return "";
  }
}

function textOf(answer: Accepted): string {
  return typeof answer === "string" ? answer : "";
}
