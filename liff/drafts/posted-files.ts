import type { AppContext } from "../../server/http/env.ts";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import { pageContext } from "../../server/http/send-page.ts";
import { filesName } from "../../server/http/form-page/files-field.tsx";
import { sayUploadRefusal } from "../../server/http/form-page/say-upload-refusal.ts";
import { keepFile } from "../../server/petitions/actions/keep-file.ts";
import { citizenOf } from "../gates.ts";

const ending = filesName("");

/** Keeps the files that came with a posted form, one after the other; answers why some were not. */
export async function keepPostedFiles(
  c: AppContext,
  draftId: string,
  files: ReadonlyMap<string, readonly File[]>,
): Promise<readonly SummaryItem[]> {
  const refusals: SummaryItem[] = [];
  for (const [name, list] of files) {
    if (!name.endsWith(ending)) continue;
    const path = name.slice(0, -ending.length);
    for (const file of list) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await keepFile(c.var.ports, citizenOf(c), { draftId, path, name: file.name, bytes });
      if (kept.ok) continue;
      refusals.push({
        field: path,
        sentence: `${file.name}: ${sayUploadRefusal(pageContext(c), kept.refusal)}`,
      });
    }
  }
  return refusals;
}
