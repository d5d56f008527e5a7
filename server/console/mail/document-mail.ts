import type { Language } from "../../kernel/language.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { DocumentNoticeKind, ToldDocument } from "../../petitions/document-notice.ts";
import { nameIn } from "../../visits/names.ts";
import type { Words } from "../../words/words.ts";
import type { MailPart } from "./mail-part.ts";

/** A document that was issued to somebody or revoked, as a mail says it. */
export function documentMail(
  kind: DocumentNoticeKind,
  { number, title, agency, validUntil, endReason }: ToldDocument,
  { papers, mails }: Words,
  language: Language,
): Pick<MailPart, "title" | "body" | "facts" | "notAsked" | "button"> {
  const isIssued = kind === "document_issued";
  const { told } = papers;
  const facts: [string, string][] = [
    [papers.document, nameIn(title, language)],
    [papers.number, number],
    [mails.facts.agency, nameIn(agency, language)],
  ];
  if (isIssued && validUntil !== null) facts.push([papers.validUntil, formatDay(validUntil, language)]);
  if (!isIssued && endReason !== null) facts.push([papers.reason, endReason]);
  return {
    title: isIssued ? told.issuedTitle : told.revokedTitle,
    body: isIssued ? told.issuedBody : told.revokedBody,
    facts,
    button: told.open,
    notAsked: told.notYours,
  };
}
