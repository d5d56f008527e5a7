import { isRequired, type PlainField } from "../../forms/field.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { FormView } from "./form-view.ts";

/** What the input of one field is given. */
export interface InputProps<One extends PlainField = PlainField> {
  readonly view: FormView;
  readonly field: One;
  readonly path: string;
}

/** A field of one type among the others. */
export type FieldOf<Type extends PlainField["type"]> = PlainField & { readonly type: Type };

/** What every input is told: its label (with "ไม่บังคับ" where it may stay empty), help and refusal. */
export function toldOf({ view, field, path }: InputProps) {
  const { page } = view;
  const label = wordingIn(field.label, page.language);
  return {
    name: path,
    label: isRequired(field) ? label : `${label} (${page.words.forms.optional})`,
    hint: field.help ? wordingIn(field.help, page.language) : undefined,
    error: view.problems.get(path),
  };
}
