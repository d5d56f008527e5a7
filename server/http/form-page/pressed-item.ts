import { withItem, withoutItem } from "../../forms/group-items.ts";
import { addButton, removeButton } from "./form-fields.tsx";
import type { PostedForm } from "./posted-form.ts";

/** The group or item whose button sent a form; empty: it was sent by another button. */
export function pressedItem(posted: PostedForm): string {
  return posted.text(addButton) || posted.text(removeButton);
}

/** What the form's own buttons change in the answers without a script: an item more, an item less. */
export function withPressedItem(posted: PostedForm, answers: Readonly<Record<string, unknown>>) {
  const [add, remove] = [posted.text(addButton), posted.text(removeButton)];
  if (add !== "") return withItem(answers, add);
  return remove === "" ? answers : withoutItem(answers, remove);
}
