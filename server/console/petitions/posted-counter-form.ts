import { typedAnswers } from "../../forms/typed-form.ts";
import type { Form } from "../../forms/form.ts";
import { textsAt } from "../../forms/typed-value.ts";
import { dropButton, filesName } from "../../http/form-page/files-field.tsx";
import type { PostedForm } from "../../http/form-page/posted-form.ts";
import { withPressedItem } from "../../http/form-page/pressed-item.ts";
import type { CounterFile } from "../../petitions/actions/keep-counter-files.ts";
import { withAt } from "../../petitions/draft.ts";

/** What was posted, with what the form's own buttons change in it: items, and a file that is taken out. */
export function postedAnswers(posted: PostedForm, form: Form): Readonly<Record<string, unknown>> {
  const answers = withPressedItem(posted, typedAnswers(form, posted.texts));
  const [path = "", fileId = ""] = posted.text(dropButton).split(":");
  if (fileId === "") return answers;
  return withAt(
    answers,
    path,
    textsAt(answers, path).filter((id) => id !== fileId),
  );
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
