import { rowMatches, rowOps, type ConditionRow, type ConditionRows } from "../../forms/condition-rows.ts";
import type { TypedField } from "../../forms/typed-field.ts";
import type { FormFields } from "../../http/form.ts";
import type { TypedAbout, TypedRules } from "../../petitions/typed-definition.ts";
import type { TypedTemplate } from "../../petitions/typed-template.ts";

/** The revision of the draft a form was made from; what is no number fits none. */
export function seenOf(form: FormFields): number {
  const text = form.text("seen");
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}

/** The inputs of a service's first page. */
export function aboutOf({ text }: FormFields): TypedAbout {
  return {
    nameTh: text("nameTh"),
    nameEn: text("nameEn"),
    summaryTh: text("summaryTh"),
    summaryEn: text("summaryEn"),
    audienceTh: text("audienceTh"),
    audienceEn: text("audienceEn"),
    documentsTh: text("documentsTh"),
    documentsEn: text("documentsEn"),
    lawTh: text("lawTh"),
    lawEn: text("lawEn"),
    feeKind: text("feeKind"),
    feeBaht: text("feeBaht"),
    feeTh: text("feeTh"),
    feeEn: text("feeEn"),
  };
}

const mostWarnings = 10;

/** The inputs of how a service runs. */
export function rulesOf({ text }: FormFields): TypedRules {
  const ticked = (name: string) => text(name) === "1";
  return {
    ends: text("ends"),
    promise: text("promise"),
    days: text("days"),
    warnings: Array.from({ length: mostWarnings }, (_, at) => ({
      daysLeft: text(`warning${at}`),
      officer: ticked(`officer${at}`),
      superior: ticked(`superior${at}`),
    })),
    delayLetterEveryDays: text("delayLetterEveryDays"),
    appealDays: text("appealDays"),
    assurance: text("assurance"),
    testDays: text("testDays"),
    isPlaceBased: ticked("isPlaceBased"),
    isAboutHomes: ticked("isAboutHomes"),
    tellsBySms: ticked("tellsBySms"),
  };
}

/** The inputs of one question. */
export function fieldOfForm(form: FormFields): TypedField {
  const { text, all } = form;
  return {
    labelTh: text("labelTh"),
    labelEn: text("labelEn"),
    helpTh: text("helpTh"),
    helpEn: text("helpEn"),
    required: text("required") === "1",
    min: text("min"),
    max: text("max"),
    decimals: text("decimals"),
    limit: text("limit"),
    accepts: all("accepts"),
    isCrossedOut: text("isCrossedOut") === "1",
    optionsTh: text("optionsTh"),
    optionsEn: text("optionsEn"),
    condition: conditionOfForm(form),
  };
}

const mostRows = 12;

/** Null: the condition is one that lines cannot say, and stays. */
function conditionOfForm({ text }: FormFields): ConditionRows | null {
  if (text("keepCondition") === "1" && text("dropCondition") !== "1") return null;
  const rows = Array.from({ length: mostRows }, (_, at): ConditionRow | null => {
    const field = text(`field${at}`);
    if (field === "") return null;
    const op = rowOps.find((one) => one === text(`op${at}`)) ?? "equals";
    return { field, op, option: text(`option${at}`), text: text(`text${at}`) };
  });
  return {
    match: rowMatches.find((one) => one === text("match")) ?? "all",
    rows: rows.filter((row) => row !== null),
  };
}

/** The inputs of one template. */
export function templateOfForm({ text }: FormFields): TypedTemplate {
  return {
    kind: text("kind"),
    titleTh: text("titleTh"),
    titleEn: text("titleEn"),
    text: text("text"),
    validityUnit: text("validityUnit"),
    validityCount: text("validityCount"),
    isListed: text("isListed") === "1",
  };
}
