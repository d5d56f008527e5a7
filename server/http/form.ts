import type { AppContext } from "./env.ts";
import { withoutNul } from "./nul.ts";

/** What a posted form holds. */
export interface FormFields {
  /** The field's text as it was typed; empty when missing. */
  text(name: string): string;
  /** Every value of a field that may be given several times. */
  all(name: string): readonly string[];
  /** The file that was chosen; null: none was. Its bytes are not judged. */
  file(name: string): File | null;
  /** Every file that was chosen under a name. */
  files(name: string): readonly File[];
}

const longestFieldCharacters = 10_000;

/** Reads a posted form (urlencoded or multipart). Texts hold no NUL and are cut at 10,000 characters: none of ours is longer. */
export async function readForm(c: AppContext): Promise<FormFields> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const given = (name: string): readonly unknown[] => {
    const value: unknown = Object.hasOwn(body, name) ? body[name] : [];
    return Array.isArray(value) ? value : [value];
  };
  const all = (name: string): readonly string[] => {
    return given(name)
      .filter((each) => typeof each === "string")
      .map((each) => withoutNul(each).slice(0, longestFieldCharacters));
  };
  const files = (name: string): readonly File[] =>
    given(name).filter((each): each is File => each instanceof File && (each.size > 0 || each.name !== ""));
  const file = (name: string): File | null => files(name).find(({ size }) => size > 0) ?? null;
  return { all, file, files, text: (name) => all(name)[0] ?? "" };
}
