import { paragraph, space, type Block, type PdfDocument } from "../kernel/pdf-document.ts";
import { formatLongDay, type BangkokDay } from "../kernel/thai-date.ts";

/** Somebody who asks for access, as the letter says it: numbers written as people read them. */
export interface LetterPerson {
  readonly name: string;
  /** The level's name in Thai; one for each person. */
  readonly level: string;
  readonly citizenId: string;
  readonly workPhone: string;
  readonly mobile: string;
  readonly email: string;
}

/** What an agency's letter to the registrar carries (F1.1). An empty text leaves a line to write on by hand. */
export interface AccessLetter {
  /** The agency's own number of the letter ("ที่"). */
  readonly number: string;
  readonly agency: string;
  readonly agencyCode: string;
  readonly address: string;
  readonly date: BangkokDay | null;
  /** The region the letter goes to: its number, or as the registrar's office is called after "เขต". */
  readonly region: string;
  readonly joining: readonly LetterPerson[];
  /** Whose right is to end, with the level they have. */
  readonly leaving: readonly { readonly name: string; readonly level: string }[];
  readonly certified: boolean;
  readonly superior: { readonly name: string; readonly position: string };
  readonly phone: string;
  readonly fax: string;
}

/** The letter's own sentences and labels. It goes to a Thai office and is in Thai whatever language was spoken. */
export interface AccessLetterWords {
  readonly title: string;
  readonly numberLabel: string;
  readonly date: (day: string) => string;
  readonly subjectLabel: string;
  readonly subject: string;
  readonly to: (region: string) => string;
  readonly opening: (agency: string, code: string) => string;
  readonly oneLevel: string;
  readonly joining: {
    readonly heading: string;
    readonly columns: readonly [string, string, string, string, string];
  };
  readonly leaving: { readonly heading: string; readonly columns: readonly [string, string, string] };
  readonly certify: (agency: string) => string;
  readonly closing: string;
  readonly respectfully: string;
  readonly contact: { readonly agency: string; readonly phone: string; readonly fax: string };
  readonly page: (page: number, pages: number) => string;
}

const body = { size: 11.5 };
const strong = { size: 11.5, bold: true };
const listed = { size: 9.5 };

/**
 * The letter by which an agency asks the registrar of its region for access for its people, laid out as the payer's
 * form is: number, address, date, addressee, the people with one level each, who leaves, the certification, the
 * superior's signature, phone and fax.
 */
export function accessLetter(letter: AccessLetter, words: AccessLetterWords, madeAt: Date): PdfDocument {
  const { agency, agencyCode } = letter;
  const blocks: Block[] = [
    ...heading(letter, words),
    paragraph(words.opening(orLine(agency), orLine(agencyCode, 6)), body, { firstMm: 15 }),
    ...(letter.joining.length > 0 ? joining(letter, words) : []),
    ...(letter.leaving.length > 0 ? leaving(letter, words) : []),
    space(4),
    { kind: "tick", ticked: letter.certified, text: words.certify(orLine(agency)), style: body },
    space(2),
    { kind: "together", blocks: signature(letter, words) },
  ];
  const footer = words.page;
  return { title: words.title, language: "th", paper: "A4", marginMm: 20, madeAt, footer, blocks };
}

function heading(letter: AccessLetter, words: AccessLetterWords): Block[] {
  const date = letter.date === null ? orLine("", 14) : formatLongDay(letter.date, "th");
  return [
    {
      kind: "columns",
      gapMm: 8,
      columns: [
        { share: 1, blocks: [paragraph(`${words.numberLabel} ${orLine(letter.number, 10)}`, body)] },
        {
          share: 1,
          blocks: [paragraph(orLine(letter.agency), body), paragraph(orLine(letter.address), body)],
        },
      ],
    },
    space(3),
    paragraph(words.date(date), body, { align: "middle" }),
    space(3),
    paragraph(`${words.subjectLabel}  ${words.subject}`, body),
    space(1),
    paragraph(words.to(orLine(letter.region, 6)), body),
    space(2),
  ];
}

function joining(letter: AccessLetter, words: AccessLetterWords): Block[] {
  const [number, name, level, phones, email] = words.joining.columns;
  return [
    paragraph(words.oneLevel, body, { firstMm: 15 }),
    space(2),
    paragraph(words.joining.heading, strong, { withNext: true }),
    {
      kind: "table",
      style: listed,
      columns: [
        { title: number, share: 7, align: "middle" },
        { title: name, share: 39 },
        { title: level, share: 23 },
        { title: phones, share: 27 },
        { title: email, share: 42 },
      ],
      rows: letter.joining.map((person, at) => [
        String(at + 1),
        `${person.name}\n${held(person.citizenId)}`,
        person.level,
        `${held(person.workPhone)}\n${held(person.mobile)}`,
        // Too long for its column, an address breaks before its @.
        person.email.replace("@", "\u200b@"),
      ]),
    },
  ];
}

function leaving(letter: AccessLetter, words: AccessLetterWords): Block[] {
  const [number, name, level] = words.leaving.columns;
  return [
    space(3),
    paragraph(words.leaving.heading, strong, { withNext: true }),
    {
      kind: "table",
      style: listed,
      columns: [
        { title: number, share: 7, align: "middle" },
        { title: name, share: 74 },
        { title: level, share: 50 },
      ],
      rows: letter.leaving.map((person, at) => [String(at + 1), person.name, person.level]),
    },
  ];
}

function signature(letter: AccessLetter, words: AccessLetterWords): Block[] {
  const { name, position } = letter.superior;
  const middle = { align: "middle" } as const;
  const signed: Block[] = [
    paragraph(words.respectfully, body, middle),
    space(14),
    paragraph(orLine("", 34), body, middle),
    paragraph(`(${orLine(name, 30)})`, body, middle),
    paragraph(orLine(position, 30), body, middle),
    paragraph(orLine(letter.agency), body, middle),
  ];
  const { contact } = words;
  return [
    paragraph(words.closing, body, { firstMm: 15 }),
    space(3),
    {
      kind: "columns",
      gapMm: 0,
      columns: [
        { share: 4, blocks: [] },
        { share: 5, blocks: signed },
      ],
    },
    space(5),
    paragraph(`${contact.agency} ${orLine(letter.agency)}`, listed),
    paragraph(`${contact.phone} ${held(orLine(letter.phone))}`, listed),
    paragraph(`${contact.fax} ${held(orLine(letter.fax))}`, listed),
  ];
}

/** What is known, or dots to write on. */
function orLine(text: string, letters = 24): string {
  return text.trim() === "" ? ".".repeat(letters * 2) : text.trim();
}

/** Numbers stay on one line. */
function held(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
