import type { AnswerProblem } from "../forms/answers.ts";
import type { FileFormat, Field } from "../forms/field.ts";
import type { Form } from "../forms/form.ts";
import { isRecord } from "../forms/answer.ts";
import { textsAt, itemsAt } from "../forms/typed-value.ts";
import type { AskAgainReason } from "../forms/form-change.ts";
import type { AssuranceLevel } from "../identity/assurance.ts";
import type { Wording } from "../forms/field.ts";

/** More is no form that anybody filled by hand. */
export const largestDraftCharacters = 120_000;

/** What changed for somebody whose form got a new version while they filled it. */
export interface DraftNews {
  /** What was typed where the new form asks nothing any more: shown, so that it can be used elsewhere. */
  readonly lost: readonly { readonly label: Wording; readonly said: string }[];
  readonly askAgain: readonly { readonly path: string; readonly reason: AskAgainReason }[];
}

/** What is sealed in a draft's row. */
export interface DraftContent {
  /** As they were typed, right or not. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Null: the form is the one it was begun with, or nothing of it was told anew. */
  readonly news: DraftNews | null;
}

export type DraftMissing = { readonly kind: "draft_missing" };
export type DraftSent = { readonly kind: "draft_sent"; readonly petitionId: string };
export type ServiceClosed = { readonly kind: "service_closed" };

export type SaveDraftRefusal =
  | DraftMissing
  | DraftSent
  /** Another window or device saved meanwhile; `version` is what it made. */
  | { readonly kind: "draft_changed"; readonly version: number; readonly savedAt: Date }
  | { readonly kind: "draft_large" };

/** The same for a citizen who saves as often as a program does. */
export type SaveOwnDraftRefusal = SaveDraftRefusal | { readonly kind: "saves_many" };

export type SubmitRefusal =
  | DraftMissing
  | ServiceClosed
  | { readonly kind: "petitions_many" }
  | { readonly kind: "answers_wrong"; readonly problems: readonly AnswerProblem[] }
  /** A new version of the form was published: the draft stands under it now, to be looked at again. */
  | { readonly kind: "form_changed" }
  | { readonly kind: "draft_changed"; readonly version: number; readonly savedAt: Date }
  | { readonly kind: "assurance_low"; readonly needed: AssuranceLevel };

/** A field that takes files, by its key, or group.key: what a file in it is kept under. */
export interface FileField {
  readonly key: string;
  readonly accepts: readonly FileFormat[];
  readonly most: number;
  /** Its files are copies of papers about people, to be crossed out before they are kept. */
  readonly isCrossedOut: boolean;
}

/** A path without the numbers of items: "owners.0.photo" is the field "owners.photo". */
export function barePath(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, "");
}

/** The field of a form that takes files under that bare path; null: none does. */
export function fileFieldOf(form: Form, bare: string): FileField | null {
  return fileFieldsOf(form.fields, "").find(({ key }) => key === bare) ?? null;
}

function fileFieldsOf(fields: readonly Field[], prefix: string): readonly FileField[] {
  return fields.flatMap((field) => {
    const key = prefix + field.key;
    if (field.type === "group") return fileFieldsOf(field.fields, `${key}.`);
    if (field.type !== "photo" && field.type !== "files") return [];
    const accepts: readonly FileFormat[] = field.type === "photo" ? ["jpg", "png"] : field.accepts;
    return [{ key, accepts, most: field.max, isCrossedOut: field.isCrossedOut === true }];
  });
}

/** Every file that stands in half-filled answers, with the bare path it stands at. */
export function filesIn(
  form: Form,
  answers: unknown,
): readonly { readonly id: string; readonly path: string; readonly key: string }[] {
  return filesAt(form.fields, answers, "");
}

function filesAt(
  fields: readonly Field[],
  answers: unknown,
  prefix: string,
): readonly { readonly id: string; readonly path: string; readonly key: string }[] {
  return fields.flatMap((field) => {
    const path = prefix + field.key;
    if (field.type === "files" || field.type === "photo") {
      return textsAt(answers, path).map((id) => ({ id, path, key: barePath(path) }));
    }
    if (field.type !== "group") return [];
    return Array.from({ length: itemsAt(answers, path) }, (_, at) => at).flatMap((at) =>
      filesAt(field.fields, answers, `${path}.${at}.`),
    );
  });
}

/** The answers with something else at a path; a path through what is not there changes nothing. */
export function withAt(
  answers: Readonly<Record<string, unknown>>,
  path: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  return setAt(answers, path.split("."), value) as Readonly<Record<string, unknown>>;
}

function setAt(within: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(within)) {
    return within.map((each: unknown, at) => (String(at) === key ? setAt(each, rest, value) : each));
  }
  if (!isRecord(within)) return within;
  return { ...within, [key]: rest.length === 0 ? value : setAt(within[key], rest, value) };
}
