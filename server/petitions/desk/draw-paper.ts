import { bangkokDay, formatLongDay, type BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { formatDocumentCode, type DocumentCode } from "../document-code.ts";
import type { FilledField } from "../document-fields.ts";
import { documentPaper, type DocumentPaperWords } from "../document-paper.ts";
import type { DocumentTemplate } from "../document-template.ts";
import type { PaperCheck } from "../issuing.ts";
import type { AgencyPaper } from "./agency-paper.ts";

/** What a document is drawn from. Without number and code it is a preview, which says so. */
export interface DrawnPaper {
  readonly template: DocumentTemplate;
  readonly fields: readonly FilledField[];
  readonly agency: AgencyPaper;
  readonly number: string | null;
  readonly checkCode: DocumentCode | null;
  readonly validUntil: BangkokDay | null;
  readonly replaces: string | null;
  readonly issuer: string;
  readonly check: PaperCheck;
  readonly words: DocumentPaperWords;
}

/** Sets a document on paper and answers the file's bytes (PDF). */
export async function drawPaper(ports: Pick<Ports, "pdf" | "clock">, drawn: DrawnPaper): Promise<Uint8Array> {
  const { template, agency, number, validUntil, replaces, issuer, words } = drawn;
  const now = ports.clock.now();
  const set: Readonly<Record<string, string | null>> = {
    document_number: number,
    issued_day: formatLongDay(bangkokDay(now), "th"),
    valid_until: validUntil === null ? null : formatLongDay(validUntil, "th"),
  };
  const typed = new Map(drawn.fields.map(({ key, value }) => [key, value === "" ? null : value]));
  const paper = {
    title: template.title.th,
    agency: agency.nameTh,
    address: agency.address,
    seal: agency.seal,
    paragraphs: template.paragraphs,
    valueOf: (field: string) =>
      Object.hasOwn(set, field) ? (set[field] ?? null) : (typed.get(field) ?? null),
    check: drawn.checkCode === null ? null : checkOf(drawn.checkCode, drawn.check),
    ...{ number, replaces, issuer },
  };
  return ports.pdf.make(documentPaper(paper, words, now));
}

/** In capitals the address needs fewer squares, and leads to the same page. */
function checkOf(code: DocumentCode, { publicUrl, drawQr }: PaperCheck) {
  const address = new URL("/check", publicUrl);
  return {
    code: formatDocumentCode(code),
    address: `${address.host}${address.pathname}`,
    qr: drawQr(`${address.href}/${code}`.toUpperCase()),
  };
}
