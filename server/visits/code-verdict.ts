import type { Language } from "../kernel/language.ts";
import { formatDay, formatMoment } from "../kernel/thai-date.ts";
import type { ReadCodeRefusal } from "./code-check.ts";
import type { ServiceCodeStatus } from "./service-code.ts";

/** What is known of a code that was scanned or typed. */
export type CodeFinding =
  | ReadCodeRefusal
  | { readonly kind: "code_not_found" }
  /** It reads, and there was no network to ask by. A typed number is not signed. */
  | { readonly kind: "not_asked"; readonly signed: boolean }
  | { readonly kind: "found"; readonly status: ServiceCodeStatus; readonly usedAt: Date | null };

/** What the counter is told. */
export interface Verdict {
  readonly tone: "done" | "waiting" | "refused" | "info";
  readonly title: string;
  readonly next: string;
  readonly mayMark: boolean;
}

/** A title and what to do next, as the words room gives them; `{day}`, `{hcode}` and `{at}` stand for what is known. */
type Sentence = readonly string[];

export interface VerdictWords {
  readonly refusal: Readonly<Record<ReadCodeRefusal["kind"] | "code_not_found", Sentence>>;
  readonly status: Readonly<Record<ServiceCodeStatus, Sentence>>;
  readonly notAsked: Sentence;
  readonly typedNotAsked: Sentence;
}

/** Judges what is known: the same on the server and on a page without a network. */
export function verdictOf(finding: CodeFinding, words: VerdictWords, language: Language): Verdict {
  switch (finding.kind) {
    case "found": {
      const at = finding.usedAt ? formatMoment(finding.usedAt, language) : "–";
      const { status } = finding;
      return told(toneOf(status), words.status[status], status === "issued", { at });
    }
    case "not_asked":
      return told("waiting", finding.signed ? words.notAsked : words.typedNotAsked, finding.signed);
    case "code_unreadable":
    case "code_token_forged":
    case "code_not_found":
      return told("refused", words.refusal[finding.kind], false);
    case "code_token_expired":
    case "code_token_ahead":
    case "code_elsewhere": {
      const { day, facility } = finding.token;
      return told("refused", words.refusal[finding.kind], false, {
        day: formatDay(day, language),
        hcode: facility,
      });
    }
  }
}

function told(
  tone: Verdict["tone"],
  sentence: Sentence,
  mayMark: boolean,
  known: Readonly<Record<string, string>> = {},
): Verdict {
  const [title = "", next = ""] = sentence.map((text) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole),
  );
  return { tone, title, next, mayMark };
}

function toneOf(status: ServiceCodeStatus): Verdict["tone"] {
  if (status === "issued") return "done";
  return status === "used" || status === "closed" ? "info" : "refused";
}
