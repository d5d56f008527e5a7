import { formatLongDay } from "../../server/kernel/thai-date.ts";
import type { DocumentNoticeKind, ToldDocument } from "../../server/petitions/document-notice.ts";
import type { LineMessage } from "../../server/ports.ts";
import { nameIn } from "../../server/visits/names.ts";
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
    facts.push(fact(papers.validUntil, formatLongDay(told.validUntil, reader.language)));
  }
  if (!isIssued && told.endReason !== null) facts.push(fact(papers.reason, told.endReason));
  const opens = { label: papers.told.open, uri: link(`/documents/${told.id}`) };
  const inWords = `${title}\n${name} ${told.number}`;
  return cardMessage({ title, body: [paragraph(body), ...facts], buttons: [opens] }, inWords);
}
