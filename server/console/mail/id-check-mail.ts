import type { IdCheckNoticeKind, ToldIdCheck } from "../../identity/id-check-notice.ts";
import { isNameDiffering } from "../../identity/id-check.ts";
import type { Addressee } from "../../notices/subject.ts";
import { nameIn } from "../../visits/names.ts";
import type { Words } from "../../words/words.ts";
import type { MailPart } from "./mail-part.ts";

/** What became of the check of somebody's ID pictures, as a mail says it; where another name was found, who mends which. */
export function idCheckMail(
  kind: IdCheckNoticeKind,
  check: ToldIdCheck,
  words: Words,
  { language, name: registered }: Addressee,
): Pick<MailPart, "title" | "body" | "facts" | "notAsked" | "button"> {
  const { agency, faults } = check;
  const { idCheck } = words;
  const say = idCheck.told;
  const name = nameIn(agency, language);
  const isGood = kind === "id_check_approved";
  const again = faults.map(({ slot, fault }) => [idCheck.slots[slot], idCheck.faults[fault]] as const);
  return {
    title: isGood ? say.approvedTitle : say.sentBackTitle,
    body: isGood ? say.approvedBody(name) : say.sentBackBody(name),
    facts: [
      [say.agency, name],
      ...again,
      ...(!isGood && isNameDiffering(faults) ? nameFacts(check, words, name, registered) : []),
    ],
    button: isGood ? say.open : say.redo,
    notAsked: say.notYours,
  };
}

function nameFacts(
  { addressTh, phone }: ToldIdCheck,
  { idCheck: { wrongName: say } }: Words,
  agency: string,
  registered: string | null,
): MailPart["facts"] {
  return [
    [say.registered, registered ?? ""] as const,
    [say.ifRight, say.takeAgain] as const,
    [say.ifWrong, say.byThaId] as const,
    [say.contact, `${addressTh} ${phone}`.trim()] as const,
  ].filter(([, value]) => value !== "");
}

/** Where its button leads, under the address of the deployment. */
export function idCheckMailPath(kind: IdCheckNoticeKind, { slug }: ToldIdCheck): string {
  return kind === "id_check_approved" ? `/liff/e-service/${slug}` : `/liff/id-check/${slug}`;
}
