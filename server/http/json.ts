import type { AppContext } from "./env.ts";
import { withoutNulEscapes } from "./nul.ts";

/** The fields of a posted JSON object. */
export interface JsonFields {
  /** The field's text; empty when missing or no text. Cut at 2,000 characters, as a form's. */
  text(name: string): string;
  /** The field as it came: whoever reads it trusts nothing about its shape. */
  value(name: string): unknown;
}

const longestTextCharacters = 2_000;

/** Reads what a script of ours posts, no text in it with a NUL. Anything but a JSON object has no fields. */
export async function readJson(c: AppContext): Promise<JsonFields> {
  const body = await readJsonBody(c).catch(() => null);
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

/** The whole of a posted JSON, no text in it with a NUL. Throws where it is none. */
export async function readJsonBody(c: AppContext): Promise<unknown> {
  return JSON.parse(withoutNulEscapes(await c.req.text())) as unknown;
}
