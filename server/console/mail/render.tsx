import type { Renderer } from "../../notices/actions/drain.ts";
import { isForAccount } from "../../notices/account-subject.ts";
import { isForStaff } from "../../notices/staff-subject.ts";
import { wordsIn } from "../../words/words.ts";
import { accountMailPart, accountMailPath } from "./account-mail.ts";
import { MailPage } from "./mail-page.tsx";
import { staffMailPart, staffMailPath, type MailPart } from "./staff-mail.ts";
import type { Subject } from "../../notices/subject.ts";

/** Makes the words of mails when they are sent: everything in Thai, then everything in English. */
export function makeMailRenderer(publicUrl: URL): Required<Pick<Renderer, "mail">> {
  return {
    mail: async (subject) => {
      const said = partsOf(subject);
      if (said === null) return null;
      const { parts, path } = said;
      const url = path === null ? null : new URL(path, publicUrl).href;
      const page = await (<MailPage parts={parts} url={url} />);
      return {
        subject: `${parts[0].title} · ${wordsIn("th").mails.brand}`,
        text: `${parts.map((part) => textOf(part, url)).join("\n\n––––\n\n")}\n`,
        html: `<!doctype html>${page.toString()}`,
      };
    },
  };
}

function partsOf(subject: Subject) {
  if (isForAccount(subject)) {
    const parts = [accountMailPart(subject, "th"), accountMailPart(subject, "en")] as const;
    return { parts, path: accountMailPath(subject) };
  }
  if (!isForStaff(subject)) return null;
  const parts = [staffMailPart(subject, "th"), staffMailPart(subject, "en")] as const;
  return { parts, path: staffMailPath(subject) };
}

function textOf({ language, title, greeting, body, facts, notAsked, button }: MailPart, url: string | null) {
  const paragraphs = [
    title,
    `${greeting}\n${body}`,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    ...(url === null || button === null ? [] : [`${button}:\n${url}`]),
    notAsked,
    wordsIn(language).mails.automatic,
  ];
  return paragraphs.join("\n\n");
}
