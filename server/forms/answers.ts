import { ok, refuse, type Result } from "../kernel/result.ts";
import { bangkokDay, type BangkokDay } from "../kernel/thai-date.ts";
import type { Accepted, AcceptedAnswers } from "./accepted.ts";
import { isRecord, readAnswer, type AnswerRefusal } from "./answer.ts";
import { holds } from "./condition.ts";
import { isAsked, isRequired, type Field, type GroupField } from "./field.ts";
import type { Form } from "./form.ts";

/** `path`: the field's key; in a group "key.index.key", the index from 0; empty: the answers as a whole. */
export interface AnswerProblem {
  readonly path: string;
  readonly refusal: AnswerRefusal | { readonly kind: "field_unknown" };
}

export interface JudgedAnswers {
  readonly accepted: AcceptedAnswers;
  /** Fields that were hidden and answered all the same: what was sent for them was left out. */
  readonly dropped: readonly string[];
}

export interface AnswersRefusal {
  readonly kind: "answers_wrong";
  readonly problems: readonly AnswerProblem[];
}

/** What a walk through the form finds; pages show `shown`, whatever is still wrong. */
export interface AnswersWalk extends JudgedAnswers {
  readonly problems: readonly AnswerProblem[];
  /** The paths of every field that is shown, headings too, in order. */
  readonly shown: readonly string[];
}

/**
 * Judges answers as of `now`: the accepted values of all fields that are shown, or every problem by its path. Answers of
 * hidden fields are left out unread, since somebody may have changed the answer that showed them, and what the form
 * does not know is refused.
 */
export function judgeAnswers(form: Form, answers: unknown, now: Date): Result<JudgedAnswers, AnswersRefusal> {
  const { accepted, dropped, problems } = walkAnswers(form, answers, now);
  return problems.length === 0 ? ok({ accepted, dropped }) : refuse({ kind: "answers_wrong", problems });
}

/** Walks a form that is filled, half or wholly, in its order; phone and server see the same fields by it. */
export function walkAnswers(form: Form, answers: unknown, now: Date): AnswersWalk {
  if (!isRecord(answers)) {
    const problem = { path: "", refusal: { kind: "answer_shape" } } as const;
    return { ...walkAnswers(form, {}, now), problems: [problem] };
  }
  const found: Found = { dropped: [], problems: [], shown: [] };
  return { accepted: walkFields(form.fields, answers, "", new Map(), bangkokDay(now), found), ...found };
}

interface Found {
  readonly dropped: string[];
  readonly problems: AnswerProblem[];
  readonly shown: string[];
}

function walkFields(
  fields: readonly Field[],
  sent: Readonly<Record<string, unknown>>,
  prefix: string,
  outer: ReadonlyMap<string, Accepted>,
  today: BangkokDay,
  found: Found,
): AcceptedAnswers {
  const scope = new Map(outer);
  const accepted: [string, Accepted][] = [];
  const asked = new Set(fields.filter(isAsked).map(({ key }) => key));
  for (const key of Object.keys(sent)) {
    if (!asked.has(key)) found.problems.push({ path: prefix + key, refusal: { kind: "field_unknown" } });
  }
  for (const field of fields) {
    const path = prefix + field.key;
    const value = Object.hasOwn(sent, field.key) ? sent[field.key] : undefined;
    if (field.showIf !== null && !holds(field.showIf, (key) => scope.get(key))) {
      if (asked.has(field.key) && value !== undefined) found.dropped.push(path);
      continue;
    }
    found.shown.push(path);
    const answer = isAsked(field) ? answerOf(field, value, path, scope, today, found) : null;
    if (answer === null) continue;
    scope.set(field.key, answer);
    accepted.push([field.key, answer]);
  }
  return Object.fromEntries(accepted);
}

function answerOf(
  field: Field,
  sent: unknown,
  path: string,
  scope: ReadonlyMap<string, Accepted>,
  today: BangkokDay,
  found: Found,
): Accepted | null {
  if (field.type === "group") return groupOf(field, sent, path, scope, today, found);
  const read = readAnswer(field, sent, today);
  if (read.ok) return read.value;
  found.problems.push({ path, refusal: read.refusal });
  return null;
}

function groupOf(
  field: GroupField,
  sent: unknown,
  path: string,
  scope: ReadonlyMap<string, Accepted>,
  today: BangkokDay,
  found: Found,
): Accepted | null {
  const items = sent ?? [];
  const refusal = refusalOfItems(field, items);
  if (refusal !== null) found.problems.push({ path, refusal });
  // Past the limit nothing is read: a list of a million items costs nothing.
  if (!Array.isArray(items) || items.length > field.max) return null;
  const read = items
    .map((item: unknown) => (isRecord(item) ? item : {}))
    .map((item, at) => walkFields(field.fields, item, `${path}.${at}.`, scope, today, found));
  return read.length === 0 || refusal !== null ? null : read;
}

function refusalOfItems(field: GroupField, items: unknown): AnswerRefusal | null {
  if (!Array.isArray(items)) return { kind: "answer_shape" };
  if (items.length > field.max) return { kind: "too_many", most: field.max };
  if (!items.every(isRecord)) return { kind: "answer_shape" };
  if (items.length === 0 && isRequired(field)) return { kind: "answer_missing" };
  return items.length < field.min ? { kind: "too_few", least: field.min } : null;
}
