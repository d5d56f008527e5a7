import type { Language } from "../kernel/language.ts";
import { formatPhone, type Phone } from "../kernel/phone.ts";
import { formatDay, formatMoment, parseBangkokDay } from "../kernel/thai-date.ts";
import { ownParts, type OwnData, type OwnFacts, type OwnPart, type OwnValue } from "./own-data.ts";

/** The words of the readable copy. */
export interface CopyWords {
  readonly title: string;
  readonly lead: string;
  readonly empty: string;
  readonly yes: string;
  readonly no: string;
  readonly parts: Readonly<Record<OwnPart, string>>;
  /** What a fact is called; one that is not named here is shown by its own name. */
  readonly names: Readonly<Record<string, string>>;
  /** What a value of ours is called (a status, a rung). */
  readonly values: Readonly<Record<string, string>>;
  readonly language: Language;
}

/**
 * All that is kept of one person as a page that any browser opens without us: no script, nothing loaded from anywhere,
 * every value escaped, days and phones as people write them.
 */
export function readableCopy(own: OwnData, words: CopyWords): string {
  const parts = ownParts.map((part) => partOf(words, part, own[part])).join("\n");
  return `<!doctype html>
<html lang="${words.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title><style>${style}</style></head>
<body><h1>${escaped(words.title)}</h1><p>${escaped(words.lead)}</p>
${parts}
</body></html>
`;
}

const style =
  "body{font:18px/1.6 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dl{margin:0 0 1.5rem;padding:.75rem 1rem;border:1px solid #ccc}dt{color:#555}dd{margin:0 0 .5rem;overflow-wrap:anywhere}";

function partOf(words: CopyWords, part: OwnPart, things: readonly OwnFacts[]): string {
  const body =
    things.length === 0
      ? `<p>${escaped(words.empty)}</p>`
      : things.map((one) => factsOf(words, one)).join("\n");
  return `<h2>${escaped(words.parts[part])}</h2>\n${body}`;
}

function factsOf(words: CopyWords, facts: OwnFacts): string {
  const rows = Object.entries(facts).filter(([, value]) => value !== null && value !== "");
  const told = rows.map(
    ([name, value]) =>
      `<dt>${escaped(wordFor(words.names, name))}</dt><dd>${valueOf(words, name, value)}</dd>`,
  );
  return `<dl>${told.join("")}</dl>`;
}

/** Facts whose values are ours, and not what a person typed. */
const coded = [
  "assurance",
  "status",
  "outcome",
  "via",
  "by",
  "doer",
  "state",
  "answer",
  "language",
  "channel",
  "kind",
];

function valueOf(words: CopyWords, name: string, value: OwnValue): string {
  if (typeof value === "boolean") return escaped(value ? words.yes : words.no);
  if (Array.isArray(value)) return value.map((one: OwnValue) => valueOf(words, name, one)).join("<br>");
  if (typeof value === "object" && value !== null) return factsOf(words, value as OwnFacts);
  const text = String(value ?? "");
  return escaped(coded.includes(name) ? wordFor(words.values, text) : textOf(text, words.language));
}

/** The word for a name; the name itself where there is none. Agencies name their fields as they like. */
function wordFor(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name;
}

/** A moment, a day or a phone as people write it; any other text as it is. */
function textOf(text: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return formatMoment(new Date(text), language);
  const day = parseBangkokDay(text);
  if (day.ok) return formatDay(day.value, language);
  return /^\+66\d{9}$/.test(text) ? formatPhone(text as Phone) : text;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
