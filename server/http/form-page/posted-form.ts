import type { AppContext } from "../env.ts";
import { withoutNul } from "../nul.ts";

/** A form with answers as it was posted: texts by name, and files by name. */
export interface PostedForm {
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, readonly File[]>;
  /** The text of a field that is no answer (a button, the version that was seen); empty: none. */
  text(name: string): string;
}

const longestText = 20_000;
const mostNames = 4_000;

/** Reads a posted form of answers, urlencoded or multipart. Beyond any form of ours nothing is read. */
export async function readPostedForm(c: AppContext): Promise<PostedForm> {
  const data = await c.req.formData().catch(() => new FormData());
  const texts = new Map<string, string[]>();
  const files = new Map<string, File[]>();
  for (const [name, value] of [...data].slice(0, mostNames)) {
    if (typeof value !== "string") {
      if (value.size > 0) files.set(name, [...(files.get(name) ?? []), value]);
    } else texts.set(name, [...(texts.get(name) ?? []), withoutNul(value).slice(0, longestText)]);
  }
  return { texts, files, text: (name) => texts.get(name)?.[0] ?? "" };
}
