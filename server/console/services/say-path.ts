import type { Form } from "../../forms/form.ts";
import { fieldOf } from "../../forms/form-edit.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { UnfitExample } from "../../petitions/pack-example.ts";

/** What a path of answers ("owners.0.name", "shop.postcode") is called on the form: its question's words. */
export function sayPath(page: PageContext, form: Form, path: string): string {
  const field = path
    .split(".")
    .toReversed()
    .map((key) => fieldOf(form, key))
    .find((one) => one !== null);
  return field ? wordingIn(field.label, page.language) : page.words.services.questionGone;
}

/** An example that no longer fits a form: what it is called, and at which questions. */
export function sayUnfit(page: PageContext, form: Form, { title, paths }: UnfitExample): string {
  const questions = [...new Set(paths.map((path) => sayPath(page, form, path)))].join(", ");
  return `${wordingIn(title, page.language)}: ${questions}`;
}
