import { formatDay } from "../../server/kernel/thai-date.ts";
import type { DocumentNoticeKind, ToldDocument } from "../../server/petitions/document-notice.ts";
import type { LineMessage } from "../../server/ports.ts";
import { nameIn } from "../../server/visits/names.ts";
import type { CheckedPaper } from "../say.ts";
import type { Speech } from "./code.ts";
import { cardMessage, fact, paragraph, type FlexPart } from "./flex.ts";

/** A document that was issued to the reader or revoked: which, by whom, and the way to it. */
export function documentTold(speech: Speech, kind: DocumentNoticeKind, told: ToldDocument): LineMessage {
  const { words, reader, link } = speech;
  const { papers, mails } = words;
  const isIssued = kind === "document_issued";
  const title = isIssued ? papers.told.issuedTitle : papers.told.revokedTitle;
  const body = isIssued ? papers.told.issuedBody : papers.told.revokedBody;
  const name = nameIn(told.title, reader.language);
  const facts: FlexPart[] = [
    fact(papers.document, name),
    fact(papers.number, told.number),
    fact(mails.facts.agency, nameIn(told.agency, reader.language)),
  ];
  if (isIssued && told.validUntil !== null) {
    facts.push(fact(papers.validUntil, formatDay(told.validUntil, reader.language)));
  }
  if (!isIssued && told.endReason !== null) facts.push(fact(papers.reason, told.endReason));
  const opens = { label: papers.told.open, uri: link(`/documents/${told.id}`) };
  const inWords = `${title}\n${name} ${told.number}`;
  return cardMessage({ title, body: [paragraph(body), ...facts], buttons: [opens] }, inWords);
}

/** Whether the document whose code was typed is genuine, in the words of the public page (N19). */
export function documentChecked({ words, reader }: Speech, checked: CheckedPaper): LineMessage {
  const { papers } = words;
  const { check } = papers;
  switch (checked.verdict) {
    case "unknown":
      return said(check.unknownTitle, check.unknownBody, []);
    case "mistyped":
      return said(check.title, check.refusal.document_code_check(), []);
    case "genuine":
    case "replaced":
    case "revoked":
    case "expired":
      return said(check.verdicts[checked.verdict], check.verdictNext[checked.verdict], [
        [papers.document, nameIn(checked.title, reader.language)],
        [papers.number, checked.number],
        [papers.agency, nameIn(checked.agency, reader.language)],
      ]);
  }
}

function said(title: string, body: string, rows: readonly (readonly [string, string])[]): LineMessage {
  const facts = rows.map(([label, value]) => fact(label, value));
  const inWords = [title, body, ...rows.map(([label, value]) => `${label} ${value}`)].join("\n");
  return cardMessage({ title, body: [paragraph(body), ...facts], buttons: [] }, inWords);
}
