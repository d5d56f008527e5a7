import { withItem, withoutItem } from "../../forms/group-items.ts";
import { filesName } from "../../http/form-page/files-field.tsx";
import { addButton, removeButton } from "../../http/form-page/form-fields.tsx";
import type { PostedForm } from "../../http/form-page/posted-form.ts";
import type { CounterFile } from "../../petitions/actions/file-at-counter.ts";

/** What the form's own buttons change in the answers: an item more, an item less. */
export function withButtons(posted: PostedForm, answers: Readonly<Record<string, unknown>>) {
  const [add, remove] = [posted.text(addButton), posted.text(removeButton)];
  if (add !== "") return withItem(answers, add);
  return remove === "" ? answers : withoutItem(answers, remove);
}

/** The files that came with a posted form, and where in it each stands. */
export async function postedFiles(posted: PostedForm): Promise<readonly CounterFile[]> {
  const ending = filesName("");
  const found: CounterFile[] = [];
  for (const [name, files] of posted.files) {
    if (!name.endsWith(ending)) continue;
    for (const each of files) {
      const bytes = new Uint8Array(await each.arrayBuffer());
      found.push({ path: name.slice(0, -ending.length), name: each.name, bytes });
    }
  }
  return found;
}
