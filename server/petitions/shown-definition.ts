import type { Wording } from "../forms/field.ts";
import type { DocumentTemplate } from "./document-template.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { templateText, type FieldName } from "./template-text.ts";
import type { TypedAbout, TypedRules } from "./typed-definition.ts";
import type { TypedTemplate } from "./typed-template.ts";

/** So many lines of warnings a page shows, filled or not. */
export const warningLines = 4;

/** What a service is, as the inputs show it. */
export function shownAbout(definition: ServiceDefinition): TypedAbout {
  const { name, summary, audience, documents, law, fee } = definition;
  return {
    nameTh: name.th,
    nameEn: name.en ?? "",
    summaryTh: summary.th,
    summaryEn: summary.en ?? "",
    audienceTh: audience?.th ?? "",
    audienceEn: audience?.en ?? "",
    ...{ documentsTh: lines(documents, "th"), documentsEn: lines(documents, "en") },
    ...{ lawTh: lines(law, "th"), lawEn: lines(law, "en") },
    feeKind: fee.satang !== null ? "amount" : fee.words !== null ? "words" : "free",
    feeBaht: fee.satang === null ? "" : String(fee.satang / 100),
    feeTh: fee.words?.th ?? "",
    feeEn: fee.words?.en ?? "",
  };
}

function lines(list: readonly Wording[], language: "th" | "en"): string {
  return list.some((one) => one[language] !== null) ? list.map((one) => one[language] ?? "").join("\n") : "";
}

/** How a service runs, as the inputs show it. */
export function shownRules(definition: ServiceDefinition): TypedRules {
  const { watch, promised } = definition;
  const empty = { daysLeft: "", officer: false, superior: false };
  const warnings = watch.thresholds.map(({ workingDaysLeft, to }) => ({
    daysLeft: String(workingDaysLeft),
    officer: to.includes("officer"),
    superior: to.includes("superior"),
  }));
  const room = Array.from({ length: Math.max(1, warningLines - warnings.length) }, () => empty);
  return {
    ends: definition.ends,
    promise: promised?.unit ?? "none",
    days: promised === null ? "" : String(promised.days),
    warnings: [...warnings, ...room],
    delayLetterEveryDays: String(watch.delayLetterEveryDays),
    appealDays: String(watch.appealDays),
    assurance: definition.assurance,
    testDays: String(definition.testDays),
    isPlaceBased: definition.isPlaceBased,
    isAboutHomes: definition.isAboutHomes ?? false,
    tellsBySms: definition.tellsBySms,
  };
}

/** A template as the inputs show it, its fields by name. */
export function shownTemplate(template: DocumentTemplate, names: readonly FieldName[]): TypedTemplate {
  return {
    kind: template.kind,
    titleTh: template.title.th,
    titleEn: template.title.en ?? "",
    text: templateText(template.paragraphs, names),
    validityUnit: template.validity?.unit ?? "never",
    validityCount: template.validity === null ? "" : String(template.validity.count),
    isListed: template.isListed,
  };
}

/** What a new template begins with. */
export const newTemplate: TypedTemplate = {
  kind: "letter",
  titleTh: "",
  titleEn: "",
  text: "",
  validityUnit: "never",
  validityCount: "",
  isListed: false,
};
