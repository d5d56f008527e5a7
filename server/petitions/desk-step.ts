import { readMoney } from "../forms/typed-number.ts";
import { readDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { BangkokDay } from "../kernel/thai-date.ts";
import { isUuid } from "../kernel/uuid.ts";
import { addWorkingDays, type AgencyCalendar } from "./agency-calendar.ts";
import type { PetitionOutcome } from "./petition.ts";
import type { StepWords } from "./petition-content.ts";
import type { ServiceDefinition } from "./service-definition.ts";

/** What officers do with a petition; `given_back`: the officer may not act in it (s. 13). */
export const deskSteps = [
  "received",
  "assigned",
  "given_back",
  "started",
  "correction_asked",
  "forwarded",
  "payment_asked",
  "payment_seen",
  "completed",
  "delay_told",
] as const;
export type DeskStep = (typeof deskSteps)[number];

/** The fields of the page, as they were typed. */
export const deskFields = [
  "text",
  "days",
  "baht",
  "unitId",
  "officerId",
  "outcome",
  "facts",
  "law",
  "considerations",
  "agencyName",
] as const;
export type DeskField = (typeof deskFields)[number];

export interface TypedStep extends Readonly<Record<DeskField, string>> {
  readonly step: DeskStep;
  /** Paths of the fields to be corrected. */
  readonly fields: readonly string[];
}

export const deskFaultKinds = [
  "text_missing",
  "text_long",
  "days_wrong",
  "baht_wrong",
  "fields_none",
  "unit_missing",
  "officer_missing",
  "outcome_missing",
  "outcome_not_of_service",
  "reasons_missing",
  "agency_missing",
  "photo_missing",
] as const;
export type DeskFaultKind = (typeof deskFaultKinds)[number];

export interface DeskFault {
  readonly field: DeskField | "fields" | "photo";
  readonly kind: DeskFaultKind;
}

export interface DeskStepRefusal {
  readonly kind: "desk_step_wrong";
  readonly faults: readonly DeskFault[];
}

/** A step as it is taken, its words read. */
export interface ReadStep {
  readonly step: Exclude<DeskStep, "given_back">;
  readonly words: StepWords;
  readonly outcome?: PetitionOutcome;
  readonly unitId?: string;
  readonly officerId?: string | null;
}

/** A step of which nothing was typed. */
export function untypedStep(step: DeskStep): TypedStep {
  const empty = Object.fromEntries(deskFields.map((field) => [field, ""])) as Record<DeskField, string>;
  return { ...empty, step, fields: [] };
}

/** The words that were typed for a step; what was only chosen is none. */
export function wordsTyped(typed: TypedStep): readonly string[] {
  const { text, facts, law, considerations, agencyName } = typed;
  return [text, facts, law, considerations, agencyName].filter((each) => each.trim() !== "");
}

/** What a step is read against. */
export interface StepGround {
  readonly definition: ServiceDefinition;
  readonly calendar: AgencyCalendar;
  readonly today: BangkokDay;
  /** True: a photo of what was done came with it. */
  readonly hasPhoto: boolean;
}

export const longestStepText = 2_000;
/** Longest time for a correction or a payment, in working days. */
export const mostAnswerDays = 60;

/** How a petition of that service may be ended by an officer. */
export function outcomesOf({
  ends,
  isDecidedApart,
}: Pick<ServiceDefinition, "ends" | "isDecidedApart">): readonly PetitionOutcome[] {
  if (isDecidedApart) return [];
  return ends === "decision" ? ["granted", "refused", "not_ours"] : ["done", "refused", "not_ours"];
}

/** True: such a petition is closed as done with a photo of what was done (N10). */
export function closesWithPhoto({ ends, isPlaceBased }: ServiceDefinition): boolean {
  return ends === "deed" && isPlaceBased;
}

/**
 * Reads what an officer typed for a step. Refused by field: asking without saying why, which fields or how many days;
 * forwarding to no unit; an end without an outcome, or one the service does not have; a refusal without facts, law and
 * considerations (Administrative Procedure Act 2539, s. 37); "not ours" without the agency that is (Electronic Official
 * Performance Act 2565, s. 10); a repair called done without a photo.
 */
export function readDeskStep(typed: TypedStep, ground: StepGround): Result<ReadStep, DeskStepRefusal> {
  const found: Found = { faults: [] };
  const read = readOf(typed, ground, found);
  return found.faults.length === 0 ? ok(read) : refuse({ kind: "desk_step_wrong", faults: found.faults });
}

interface Found {
  readonly faults: DeskFault[];
}

function readOf(typed: TypedStep, ground: StepGround, found: Found): ReadStep {
  const { step } = typed;
  switch (step) {
    case "received":
    case "started":
    case "payment_seen":
      return { step, words: said(typed, "optional", found) };
    case "assigned":
      return { step, words: said(typed, "optional", found), officerId: officer(typed, found) };
    case "given_back":
      return {
        step: "assigned",
        words: { ...said(typed, "needed", found), conflict: true },
        officerId: null,
      };
    case "correction_asked":
      return { step, words: { ...said(typed, "needed", found), ...asked(typed, ground, found) } };
    case "forwarded":
      return { step, words: said(typed, "needed", found), unitId: unit(typed, found), officerId: null };
    case "payment_asked": {
      const words = { ...said(typed, "optional", found), ...paid(typed, found) };
      return { step, words: { ...words, untilDay: untilDay(typed, ground, found) } };
    }
    case "completed":
      return endOf(typed, ground, found);
    case "delay_told":
      return { step, words: said(typed, "needed", found) };
  }
}

function said({ text }: TypedStep, need: "needed" | "optional", { faults }: Found): StepWords {
  const words = text.trim();
  if (words.length > longestStepText) faults.push({ field: "text", kind: "text_long" });
  if (words !== "") return { text: words };
  if (need === "needed") faults.push({ field: "text", kind: "text_missing" });
  return {};
}

function officer({ officerId }: TypedStep, { faults }: Found): string {
  if (!isUuid(officerId)) faults.push({ field: "officerId", kind: "officer_missing" });
  return officerId;
}

function unit({ unitId }: TypedStep, { faults }: Found): string {
  if (!isUuid(unitId)) faults.push({ field: "unitId", kind: "unit_missing" });
  return unitId;
}

function asked(typed: TypedStep, ground: StepGround, found: Found): StepWords {
  const known = ground.definition.form.fields.map(({ key }) => key);
  const fields = [...new Set(typed.fields)].filter((path) => known.includes(path));
  if (fields.length === 0) found.faults.push({ field: "fields", kind: "fields_none" });
  return { fields, untilDay: untilDay(typed, ground, found) };
}

function untilDay({ days }: TypedStep, { calendar, today }: StepGround, { faults }: Found): BangkokDay {
  const digits = readDigits(days);
  const count = digits.ok && /^\d{1,3}$/.test(digits.value) ? Number(digits.value) : 0;
  if (count >= 1 && count <= mostAnswerDays) return addWorkingDays(calendar, today, count);
  faults.push({ field: "days", kind: "days_wrong" });
  return today;
}

function paid({ baht }: TypedStep, { faults }: Found): StepWords {
  const satang = readMoney(baht, { min: 1, max: 100_000_000_00 });
  if (satang.ok) return { satang: satang.value };
  faults.push({ field: "baht", kind: "baht_wrong" });
  return {};
}

function endOf(typed: TypedStep, { definition, hasPhoto }: StepGround, found: Found): ReadStep {
  const { faults } = found;
  const words = said(typed, "optional", found);
  const outcome = [...outcomesOf(definition)].find((each) => each === typed.outcome);
  if (outcome === undefined) {
    faults.push({
      field: "outcome",
      kind: typed.outcome === "" ? "outcome_missing" : "outcome_not_of_service",
    });
    return { step: "completed", words };
  }
  if (outcome === "done" && closesWithPhoto(definition) && !hasPhoto) {
    faults.push({ field: "photo", kind: "photo_missing" });
  }
  if (outcome === "refused")
    return { step: "completed", outcome, words: { ...words, ...reasons(typed, found) } };
  if (outcome !== "not_ours") return { step: "completed", outcome, words };
  const agencyName = typed.agencyName.trim().slice(0, 200);
  if (agencyName === "") faults.push({ field: "agencyName", kind: "agency_missing" });
  return { step: "completed", outcome, words: { ...words, agencyName } };
}

function reasons(typed: TypedStep, { faults }: Found): StepWords {
  const parts = ["facts", "law", "considerations"] as const;
  const missing = parts.filter((part) => typed[part].trim() === "");
  faults.push(...missing.map((field) => ({ field, kind: "reasons_missing" }) as const));
  const [facts, law, considerations] = parts.map((part) => typed[part].trim().slice(0, longestStepText));
  return { reasons: { facts: facts ?? "", law: law ?? "", considerations: considerations ?? "" } };
}
