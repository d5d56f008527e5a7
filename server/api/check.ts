import * as v from "valibot";
import type { Words } from "../words/words.ts";
import type { FieldError } from "./operation.ts";

/** What was read by a schema, or every field that is wrong with it. */
export type Checked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Reads what came by a schema; nothing of what was sent stands in the errors. */
export function check(schema: v.GenericSchema, sent: unknown, words: Words): Checked {
  const read = v.safeParse(schema, sent);
  if (read.success) return { ok: true, value: read.output };
  return { ok: false, errors: read.issues.map((issue) => errorOf(issue, words)) };
}

function errorOf(issue: v.BaseIssue<unknown>, words: Words): FieldError {
  const keys = issue.path?.map(({ key }) => String(key).replaceAll("~", "~0").replaceAll("/", "~1")) ?? [];
  return { pointer: keys.map((key) => `/${key}`).join(""), detail: detailOf(issue, words) };
}

/** Rules of ours carry their refusal's name as the message; for others the schema tells what it expected. */
function detailOf({ message, expected }: v.BaseIssue<unknown>, words: Words): string {
  if (message === "citizen_id_checksum") return words.identity.refusal.citizen_id_checksum();
  return expected === null ? words.api.field.wrong : words.api.field.expected(expected);
}
