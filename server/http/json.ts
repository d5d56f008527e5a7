import type { AppContext } from "./env.ts";

/** The fields of a posted JSON object. */
export interface JsonFields {
  /** The field's text; empty when missing or no text. Cut at 2,000 characters, as a form's. */
  text(name: string): string;
  /** The field as it came: whoever reads it trusts nothing about its shape. */
  value(name: string): unknown;
}

const longestTextCharacters = 2_000;

/** Reads what a script of ours posts. Anything but a JSON object has no fields. */
export async function readJson(c: AppContext): Promise<JsonFields> {
  const body: unknown = await c.req.json().catch(() => null);
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const value = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  return {
    value,
    text: (name) => {
      const found = value(name);
      return typeof found === "string" ? found.slice(0, longestTextCharacters) : "";
    },
  };
}
