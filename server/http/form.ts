import type { AppContext } from "./env.ts";

/** The text fields of a posted form. Files have their own way. */
export interface FormFields {
  /** The field's text as it was typed; empty when missing. */
  text(name: string): string;
  /** Every value of a field that may be given several times. */
  all(name: string): readonly string[];
}

const longestFieldCharacters = 2_000;

/** Reads a posted form (urlencoded or multipart). Texts are cut at 2,000 characters: none of ours is longer. */
export async function readForm(c: AppContext): Promise<FormFields> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const all = (name: string): readonly string[] => {
    const value: unknown = Object.hasOwn(body, name) ? body[name] : [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values
      .filter((each) => typeof each === "string")
      .map((each) => each.slice(0, longestFieldCharacters));
  };
  return { all, text: (name) => all(name)[0] ?? "" };
}
