import { maskCitizenId, tidyCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { maskEmail } from "../kernel/email.ts";
import { tidyPhone } from "../kernel/phone.ts";
import { paragraph, space, type Block, type PdfDocument } from "../kernel/pdf-document.ts";
import { serviceCases, type RequestFacts, type RequestState, type ServiceCase } from "./service-request.ts";

/** What the form on paper carries: parts 1–3 as they were sent, how it was signed, and part 4 once it was decided. */
export interface RequestPaper {
  readonly facts: RequestFacts;
  readonly case: ServiceCase;
  readonly number: string;
  /** How each signed and when, in words; null: a line to sign on by hand. */
  readonly signed: string | null;
  readonly headSigned: string | null;
  /** Who signed, by name, below the line; null: not known, dots. */
  readonly signers: { readonly [each in "requester" | "head" | "registrar"]: string | null };
  readonly state: RequestState;
  readonly reason: string;
  /** "21 พ.ย. 2569 09:15 น."; empty while it was not decided. */
  readonly decidedAt: string;
}

/** The form's own words. It goes to a Thai office and is in Thai whatever language was spoken. */
export interface RequestPaperWords {
  readonly title: string;
  readonly number: string;
  readonly parts: readonly [string, string, string, string];
  readonly labels: Readonly<Record<Exclude<keyof RequestFacts, "said" | "newEmail"> | "department", string>>;
  readonly cases: Readonly<Record<ServiceCase, string>>;
  readonly newEmail: Readonly<Record<"holder" | "own", string>>;
  readonly requesterSigns: string;
  readonly headSigns: string;
  readonly granted: string;
  readonly refused: string;
  readonly reason: string;
  readonly registrarSigns: (name: string, at: string) => string;
}

/** The facts of a form for somebody who has shown no more than a password. */
export function maskRequestFacts(facts: RequestFacts): RequestFacts {
  const { citizenId, registeredEmail } = facts;
  return {
    ...facts,
    citizenId: maskCitizenId(citizenId as CitizenId),
    registeredEmail: registeredEmail === "" ? "" : maskEmail(registeredEmail),
  };
}

const body = { size: 11 };
const strong = { size: 11.5, bold: true };

/** "แบบคำร้องขอใช้บริการ Soft Token" in its four parts, to print, sign by hand and keep. */
export function requestForm(paper: RequestPaper, words: RequestPaperWords, madeAt: Date): PdfDocument {
  const blocks: Block[] = [
    paragraph(words.title, { size: 15, bold: true }, { align: "middle" }),
    paragraph(`${words.number} ${orLine(paper.number)}`, body, { align: "end" }),
    ...partOne(paper, words),
    ...partTwo(paper, words),
    ...partThree(paper, words),
    { kind: "together", blocks: signatures(paper, words) },
    { kind: "together", blocks: partFour(paper, words) },
  ];
  return { title: words.title, language: "th", paper: "A4", marginMm: 18, madeAt, footer: null, blocks };
}

function partOne({ facts }: RequestPaper, { parts, labels }: RequestPaperWords): Block[] {
  return [
    ...heading(parts[0]),
    lineOf(labels.payingUnit, facts.payingUnit),
    lineOf(labels.agency, facts.agency),
  ];
}

function partTwo({ facts }: RequestPaper, { parts, labels }: RequestPaperWords): Block[] {
  const { name, citizenId, registeredEmail, mobile, division, agency, ministry, userCode } = facts;
  return [
    ...heading(parts[1]),
    ...[lineOf(labels.name, name), lineOf(labels.citizenId, tidyCitizenId(citizenId))],
    ...[lineOf(labels.registeredEmail, registeredEmail), lineOf(labels.mobile, tidyPhone(mobile))],
    ...[lineOf(labels.division, division), lineOf(labels.department, agency)],
    ...[lineOf(labels.ministry, ministry), lineOf(labels.userCode, userCode)],
  ];
}

function partThree(paper: RequestPaper, words: RequestPaperWords): Block[] {
  const { said, newEmail } = paper.facts;
  const ticks = serviceCases.map((each, at): Block => {
    const isAsked = each === paper.case;
    const more = isAsked && said !== "" ? `: ${said}` : "";
    return { kind: "tick", ticked: isAsked, text: `${at + 1}. ${words.cases[each]}${more}`, style: body };
  });
  const email = paper.case === "email_changed" ? words.newEmail.own : words.newEmail.holder;
  return [...heading(words.parts[2]), ...ticks, ...(newEmail === "" ? [] : [lineOf(email, newEmail)])];
}

function signatures({ signed, headSigned, signers }: RequestPaper, words: RequestPaperWords): Block[] {
  const side = (label: string, how: string | null, name: string | null) => ({
    share: 1,
    blocks: [
      paragraph(how ?? ".".repeat(46), body, { align: "middle" }),
      paragraph(`(${name ?? ".".repeat(42)})`, body, { align: "middle" }),
      paragraph(label, body, { align: "middle" }),
    ],
  });
  const columns = [
    side(words.requesterSigns, signed, signers.requester),
    side(words.headSigns, headSigned, signers.head),
  ];
  return [space(8), { kind: "columns", gapMm: 6, columns }];
}

function partFour(paper: RequestPaper, words: RequestPaperWords): Block[] {
  const { state, reason, decidedAt, signers } = paper;
  return [
    space(3),
    { kind: "rule" },
    ...heading(words.parts[3]),
    { kind: "tick", ticked: state === "granted", text: words.granted, style: body },
    { kind: "tick", ticked: state === "refused", text: words.refused, style: body },
    lineOf(words.reason, reason),
    space(5),
    paragraph(words.registrarSigns(orLine(signers.registrar ?? ""), orLine(decidedAt)), body, {
      align: "end",
    }),
  ];
}

function heading(text: string): readonly Block[] {
  return [space(2), paragraph(text, strong, { withNext: true })];
}

function lineOf(label: string, value: string): Block {
  return paragraph(`${label}  ${orLine(value)}`, body, { insetMm: 6 });
}

/** What is known, or dots to write on. */
function orLine(text: string): string {
  return text.trim() === "" ? ".".repeat(50) : text.trim();
}
