import { filesName } from "../../http/form-page/files-field.tsx";
import type { PostedForm } from "../../http/form-page/posted-form.ts";
import type { CounterFile } from "../../petitions/actions/file-at-counter.ts";

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
