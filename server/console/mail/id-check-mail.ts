import type { IdCheckNoticeKind, ToldIdCheck } from "../../identity/id-check-notice.ts";
import type { Language } from "../../kernel/language.ts";
import { nameIn } from "../../visits/names.ts";
import type { Words } from "../../words/words.ts";
import type { MailPart } from "./staff-mail.ts";

/** What became of the check of somebody's ID pictures, as a mail says it. */
export function idCheckMail(
  kind: IdCheckNoticeKind,
  { agency, faults }: ToldIdCheck,
  { idCheck }: Words,
  language: Language,
): Pick<MailPart, "title" | "body" | "facts" | "notAsked" | "button"> {
  const say = idCheck.told;
  const name = nameIn(agency, language);
  const isGood = kind === "id_check_approved";
  const again = faults.map(({ slot, fault }) => [idCheck.slots[slot], idCheck.faults[fault]] as const);
  return {
    title: isGood ? say.approvedTitle : say.sentBackTitle,
    body: isGood ? say.approvedBody(name) : say.sentBackBody(name),
    facts: [[say.agency, name], ...again],
    button: isGood ? say.open : say.redo,
    notAsked: say.notYours,
  };
}

/** Where its button leads, under the address of the deployment. */
export function idCheckMailPath(kind: IdCheckNoticeKind, { slug }: ToldIdCheck): string {
  return kind === "id_check_approved" ? `/liff/e-service/${slug}` : `/liff/id-check/${slug}`;
}
