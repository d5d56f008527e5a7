import { wordingOf } from "../forms/typed-field.ts";
import { readMoney } from "../forms/typed-number.ts";
import type { Wording } from "../forms/field.ts";
import { assuranceLevels } from "../identity/assurance.ts";
import { toAsciiDigits } from "../kernel/digits.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Promised } from "./deadline.ts";
import type { Threshold } from "./deadline-watch.ts";
import { serviceEnds, type Fee, type ServiceDefinition } from "./service-definition.ts";

export const feeKinds = ["free", "amount", "words"] as const;

/** What a service is, as an officer fills it in; lists one a line, English lines beside the Thai ones. */
export interface TypedAbout {
  readonly nameTh: string;
  readonly nameEn: string;
  readonly summaryTh: string;
  readonly summaryEn: string;
  readonly audienceTh: string;
  readonly audienceEn: string;
  readonly documentsTh: string;
  readonly documentsEn: string;
  readonly lawTh: string;
  readonly lawEn: string;
  readonly feeKind: string;
  readonly feeBaht: string;
  readonly feeTh: string;
  readonly feeEn: string;
}

/** A line of warnings: with so many working days left (below none: so many late), to whom. */
export interface TypedWarning {
  readonly daysLeft: string;
  readonly officer: boolean;
  readonly superior: boolean;
}

/** How a service runs, as an officer fills it in. */
export interface TypedRules {
  readonly ends: string;
  readonly promise: string;
  readonly days: string;
  readonly warnings: readonly TypedWarning[];
  readonly delayLetterEveryDays: string;
  readonly appealDays: string;
  readonly assurance: string;
  readonly testDays: string;
  readonly isPlaceBased: boolean;
  readonly isAboutHomes: boolean;
  readonly tellsBySms: boolean;
}

/** The input that is wrong. */
export interface TypedFault {
  readonly input: string;
  readonly kind: "empty" | "number" | "range";
}

export interface TypedRefusal {
  readonly kind: "typed_wrong";
  readonly faults: readonly TypedFault[];
}

const most = { days: 730, testDays: 90 };

/** Reads what a service is. Refuses a name or summary that is empty, and a fee of no amount or no words. */
export function readAbout(
  definition: ServiceDefinition,
  typed: TypedAbout,
): Result<ServiceDefinition, TypedRefusal> {
  const faults: TypedFault[] = [];
  const needed = (input: "nameTh" | "summaryTh", en: string): Wording => {
    const said = wordingOf(typed[input], en);
    if (said === null) faults.push({ input, kind: "empty" });
    return said ?? { th: "", en: null };
  };
  const read: ServiceDefinition = {
    ...definition,
    name: needed("nameTh", typed.nameEn),
    summary: needed("summaryTh", typed.summaryEn),
    audience: wordingOf(typed.audienceTh, typed.audienceEn),
    documents: readLines(typed.documentsTh, typed.documentsEn),
    law: readLines(typed.lawTh, typed.lawEn),
    fee: readFee(typed, faults),
  };
  return faults.length === 0 ? ok(read) : refuse({ kind: "typed_wrong", faults });
}

function readFee(typed: TypedAbout, faults: TypedFault[]): Fee {
  const words = wordingOf(typed.feeTh, typed.feeEn);
  if (typed.feeKind === "amount") {
    const read = readMoney(typed.feeBaht, { min: 1, max: null });
    if (!read.ok) faults.push({ input: "feeBaht", kind: "number" });
    return { satang: read.ok ? read.value : null, words };
  }
  if (typed.feeKind !== "words") return { satang: null, words: null };
  if (words === null) faults.push({ input: "feeTh", kind: "empty" });
  return { satang: null, words };
}

/** Lists are edited one a line; an English line belongs to the Thai line at its place. */
export function readLines(th: string, en: string): readonly Wording[] {
  const english = en.split("\n");
  return th
    .split("\n")
    .map((line, at) => wordingOf(line, english[at] ?? ""))
    .filter((one) => one !== null)
    .slice(0, 20);
}

/** Reads how a service runs. Refuses numbers that are none or out of their range, each at its input. */
export function readRules(
  definition: ServiceDefinition,
  typed: TypedRules,
): Result<ServiceDefinition, TypedRefusal> {
  const faults: TypedFault[] = [];
  const whole = (input: string, text: string, least: number, highest: number): number => {
    const tidy = toAsciiDigits(text).trim();
    const number = /^-?\d{1,5}$/.test(tidy) ? Number(tidy) : null;
    if (number === null) faults.push({ input, kind: "number" });
    else if (number < least || number > highest) faults.push({ input, kind: "range" });
    return number ?? least;
  };
  const promised: Promised | null =
    typed.promise === "working" || typed.promise === "calendar"
      ? { days: whole("days", typed.days, 1, most.days), unit: typed.promise }
      : null;
  const period = (input: "delayLetterEveryDays" | "appealDays") => whole(input, typed[input], 1, most.days);
  const read: ServiceDefinition = {
    ...definition,
    ends: serviceEnds.find((one) => one === typed.ends) ?? definition.ends,
    promised,
    watch: {
      thresholds: readWarnings(typed.warnings, (at, text) =>
        whole(`warning${at}`, text, -most.days, most.days),
      ),
      delayLetterEveryDays: period("delayLetterEveryDays"),
      appealDays: period("appealDays"),
    },
    assurance: assuranceLevels.find((one) => one === typed.assurance) ?? definition.assurance,
    testDays: whole("testDays", typed.testDays, 0, most.testDays),
    isPlaceBased: typed.isPlaceBased,
    ...(typed.isAboutHomes || definition.isAboutHomes ? { isAboutHomes: typed.isAboutHomes } : {}),
    tellsBySms: typed.tellsBySms,
  };
  return faults.length === 0 ? ok(read) : refuse({ kind: "typed_wrong", faults });
}

/** Lines that are filled and warn somebody, from early to late, each number of days once. */
function readWarnings(
  warnings: readonly TypedWarning[],
  whole: (at: number, text: string) => number,
): readonly Threshold[] {
  const read = warnings.flatMap(({ daysLeft, officer, superior }, at): readonly Threshold[] => {
    if (daysLeft.trim() === "" || (!officer && !superior)) return [];
    const to = [...(officer ? (["officer"] as const) : []), ...(superior ? (["superior"] as const) : [])];
    return [{ workingDaysLeft: whole(at, daysLeft), to }];
  });
  const once = new Map(read.map((threshold) => [threshold.workingDaysLeft, threshold]));
  return [...once.values()].sort((one, other) => other.workingDaysLeft - one.workingDaysLeft).slice(0, 10);
}
