import { ok, refuse, type Result } from "../kernel/result.ts";

/** The longest text of terms, in characters of one language. */
export const termsLength = 8_000;

/** What a local government asks people to accept beside the terms of the door itself (E1.1). Versions count from 1. */
export interface AgencyTerms {
  readonly version: number;
  /** Empty: the agency asks for nothing of its own any more. */
  readonly textTh: string;
  /** Empty: the Thai text is shown. */
  readonly textEn: string;
  readonly madeAt: Date;
}

export type TermsRefusal =
  | { readonly kind: "terms_long"; readonly most: number }
  /** English words without Thai ones: the law speaks Thai. */
  | { readonly kind: "terms_thai_missing" };

/** Tidies typed terms: lines stay, spaces at their ends go. Refuses a text that is too long, and English alone. */
export function judgeTerms(typed: {
  readonly textTh: string;
  readonly textEn: string;
}): Result<Pick<AgencyTerms, "textTh" | "textEn">, TermsRefusal> {
  const [textTh, textEn] = [tidied(typed.textTh), tidied(typed.textEn)];
  if (Math.max(textTh.length, textEn.length) > termsLength)
    return refuse({ kind: "terms_long", most: termsLength });
  return textTh === "" && textEn !== "" ? refuse({ kind: "terms_thai_missing" }) : ok({ textTh, textEn });
}

/** The paragraphs of a text as it was typed, a line each. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

function tidied(text: string): string {
  const lines = text
    .normalize("NFC")
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
