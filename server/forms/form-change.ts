import { isRecord } from "./answer.ts";
import { walkAnswers } from "./answers.ts";
import { isAsked, type Field } from "./field.ts";
import type { Form } from "./form.ts";

/** Why a field is asked (again) after the form of a draft changed. */
export const askAgainReasons = ["new", "type_changed", "now_required", "no_longer_fits"] as const;
export type AskAgainReason = (typeof askAgainReasons)[number];

export interface FormChange {
  /** The draft's answers for the new version, as they were typed; what no longer fits stands among them. */
  readonly carried: Readonly<Record<string, unknown>>;
  readonly askAgain: readonly { readonly path: string; readonly reason: AskAgainReason }[];
  /** Paths that were answered and that the new version cannot take: the page says so before they go. */
  readonly lost: readonly string[];
}

/**
 * What another version of a form means for a half-filled draft, as of `now`. An answer carries over when its key is
 * still there and asks for the same type (a line may become a paragraph and back), item by item in groups. Asked again
 * is what was added and must be answered, changed its type, must be answered only now, or is refused by the new rules
 * though it was fine before; what was wrong or missing already is no news.
 */
export function changeOfForm(from: Form, to: Form, answers: unknown, now: Date): FormChange {
  const sent = isRecord(answers) ? answers : {};
  const lost: string[] = [];
  const retyped = new Set<string>();
  const carried = carry(from.fields, to.fields, sent, "", lost, retyped);
  const wrongBefore = new Set(walkAnswers(from, sent, now).problems.map(({ path }) => path));
  const known = keysOf(from.fields);
  const askAgain = walkAnswers(to, carried, now).problems.flatMap(
    ({ path, refusal }): FormChange["askAgain"] => {
      const bare = path.replace(/\.\d+\./, ".");
      if (retyped.has(bare)) return [{ path, reason: "type_changed" }];
      if (!known.has(bare)) return [{ path, reason: "new" }];
      if (wrongBefore.has(path)) return [];
      return [{ path, reason: refusal.kind === "answer_missing" ? "now_required" : "no_longer_fits" }];
    },
  );
  return { carried, askAgain, lost };
}

function carry(
  from: readonly Field[],
  to: readonly Field[],
  sent: Readonly<Record<string, unknown>>,
  prefix: string,
  lost: string[],
  retyped: Set<string>,
): Readonly<Record<string, unknown>> {
  const kept: [string, unknown][] = [];
  for (const old of from.filter(isAsked)) {
    const now = to.find(({ key }) => key === old.key);
    const answered = Object.hasOwn(sent, old.key) && sent[old.key] !== undefined;
    const fits = now !== undefined && sameKind(old, now);
    if (now !== undefined && !fits) retyped.add(prefix.replace(/\.\d+\.$/, ".") + old.key);
    if (!answered) continue;
    if (fits) kept.push([old.key, carryOne(old, now, sent[old.key], prefix + old.key, lost, retyped)]);
    else lost.push(prefix + old.key);
  }
  return Object.fromEntries(kept);
}

function carryOne(
  old: Field,
  now: Field,
  value: unknown,
  path: string,
  lost: string[],
  retyped: Set<string>,
): unknown {
  if (old.type !== "group" || now.type !== "group" || !Array.isArray(value)) return value;
  return value.map((item: unknown, at) =>
    isRecord(item) ? carry(old.fields, now.fields, item, `${path}.${at}.`, lost, retyped) : item,
  );
}

function sameKind(old: Field, now: Field): boolean {
  const words = (type: string) => type === "text" || type === "long_text";
  return old.type === now.type || (words(old.type) && words(now.type));
}

/** Every key that can be answered, those of a group after the group's. */
function keysOf(fields: readonly Field[]): ReadonlySet<string> {
  return new Set(
    fields.filter(isAsked).flatMap((field) => {
      const inner = field.type === "group" ? field.fields.map(({ key }) => `${field.key}.${key}`) : [];
      return [field.key, ...inner];
    }),
  );
}
