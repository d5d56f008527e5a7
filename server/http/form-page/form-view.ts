import { isAsked } from "../../forms/field.ts";
import { wordingIn } from "../../forms/wording.ts";
import { walkAnswers, type AnswerProblem } from "../../forms/answers.ts";
import type { Field } from "../../forms/field.ts";
import type { Form } from "../../forms/form.ts";
import { itemsAt, textAt } from "../../forms/typed-value.ts";
import type { Area, Subdistrict } from "../../kernel/gazetteer.ts";
import type { Gazetteer } from "../../ports.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { PageContext } from "../page/context.ts";
import type { SummaryItem } from "../page/error-summary.tsx";

/** What an address can be chosen from, as far as it was chosen. */
export interface AddressChoices {
  readonly provinces: readonly Area[];
  readonly districts: readonly Area[];
  readonly subdistricts: readonly Subdistrict[];
}

/** A file that stands in a form, as its page shows it. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  /** Where it can be looked at; null: nowhere. */
  readonly href: string | null;
}

/** A form as a page shows it, half filled or wholly: free of whose it is and of where it is sent. */
export interface FormView {
  readonly page: PageContext;
  readonly form: Form;
  /** As they were typed. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Paths of the fields that are shown. */
  readonly shown: ReadonlySet<string>;
  /** The sentence of what is wrong at a path; nothing is told before the form was checked. */
  readonly problems: ReadonlyMap<string, string>;
  readonly addresses: ReadonlyMap<string, AddressChoices>;
  readonly files: ReadonlyMap<string, ShownFile>;
  /** Where map pictures come from, as "…/{z}/{x}/{y}…"; null: there is no map, only typed places. */
  readonly tiles: string | null;
}

interface Given {
  readonly page: PageContext;
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly now: Date;
  /** What to tell of; left out: nothing is told. */
  readonly problems?: readonly AnswerProblem[];
  readonly files?: readonly ShownFile[];
  readonly tiles?: string | null;
}

/** The view of a form with what was typed so far. */
export async function formView(gazetteer: Gazetteer, given: Given): Promise<FormView> {
  const { page, form, answers, now, problems = [], files = [], tiles = null } = given;
  return {
    ...{ page, form, answers, tiles },
    shown: new Set(walkAnswers(form, answers, now).shown),
    problems: new Map(problems.map((problem) => [problem.path, sayProblem(page, form, problem)])),
    addresses: new Map(
      await Promise.all(
        addressPaths(form.fields, answers, "").map(
          async (path) => [path, await choicesOf(gazetteer, answers, path)] as const,
        ),
      ),
    ),
    files: new Map(files.map((file) => [file.id, file])),
  };
}

/** The sentences for the summary above a form, each with the input it leads to. */
export function summaryOf(view: FormView): readonly SummaryItem[] {
  return [...view.problems].map(([path, sentence]) => {
    const field = fieldAt(view.form.fields, path);
    const said = field ? `${wordingIn(field.label, view.page.language)}: ${sentence}` : sentence;
    return path === "" ? { sentence: said } : { field: path, sentence: said };
  });
}

/** The sentence of a problem; limits of money are told in baht. */
function sayProblem({ words }: PageContext, form: Form, { path, refusal }: AnswerProblem): string {
  const isMoney = fieldAt(form.fields, path)?.type === "money";
  if (isMoney && refusal.kind === "number_small") {
    return words.forms.refusal.number_small({ ...refusal, least: refusal.least / 100 });
  }
  if (isMoney && refusal.kind === "number_large") {
    return words.forms.refusal.number_large({ ...refusal, most: refusal.most / 100 });
  }
  return sayRefusal(words.forms.refusal, refusal);
}

/** The field of a path, in a group or outside; null: the form has none. */
export function fieldAt(fields: readonly Field[], path: string): Field | null {
  const [key, , ...rest] = path.split(".");
  const field = fields.find((each) => each.key === key);
  if (!field) return null;
  return field.type === "group" && rest.length > 0 ? fieldAt(field.fields, rest.join(".")) : field;
}

/** The paths of the addresses a form asks for, those of each item, and those of an item that is added. */
function addressPaths(fields: readonly Field[], answers: unknown, prefix: string): readonly string[] {
  return fields.filter(isAsked).flatMap((field) => {
    const path = prefix + field.key;
    if (field.type === "address") return [path];
    if (field.type !== "group") return [];
    const items = [...Array.from({ length: itemsAt(answers, path) }, (_, at) => String(at)), newItem];
    return items.flatMap((at) => addressPaths(field.fields, answers, `${path}.${at}.`));
  });
}

/** Stands for the number of an item in the template that a script copies. */
export const newItem = "%";

async function choicesOf(gazetteer: Gazetteer, answers: unknown, path: string): Promise<AddressChoices> {
  const part = (name: string) => textAt(answers, `${path}.${name}`);
  const [provinces, districts, subdistricts] = await Promise.all([
    gazetteer.provinces(),
    gazetteer.districts(part("province")),
    gazetteer.subdistricts(part("district")),
  ]);
  return { provinces, districts, subdistricts };
}
