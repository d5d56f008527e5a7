import { walkAnswers } from "../../../server/forms/answers.ts";
import type { Form } from "../../../server/forms/form.ts";
import { answersOn } from "./fields.ts";

/** Shows and hides the fields of a form by what is answered now, as the server would. */
export function showFields(form: HTMLFormElement, definition: Form): void {
  const shown = new Set(walkAnswers(definition, answersOn(form, definition), new Date()).shown);
  for (const box of form.querySelectorAll<HTMLElement>("[data-path]")) {
    box.hidden = !shown.has(box.dataset["path"] ?? "");
  }
}
