import { ok, refuse, type Result } from "../kernel/result.ts";

export type WordsRefusal =
  | { readonly kind: "text_short"; readonly least: number }
  | { readonly kind: "text_long"; readonly most: number }
  | { readonly kind: "text_characters" };

/**
 * Reads words of one line ("text") or of several, composed, without blanks around them. Refuses control signs and halves
 * of letters, and fewer or more letters than so many.
 */
export function readWords(
  type: "text" | "long_text",
  sent: string,
  least: number,
  most: number,
): Result<string, WordsRefusal> {
  const lines = sent.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  const text = type === "text" ? lines.replace(/\s+/g, " ") : lines;
  if (/[^\P{Cc}\n\t]/u.test(text) || !text.isWellFormed()) return refuse({ kind: "text_characters" });
  const length = [...text].length;
  if (length < least) return refuse({ kind: "text_short", least });
  return length > most ? refuse({ kind: "text_long", most }) : ok(text);
}
