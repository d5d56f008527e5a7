import type { MailText } from "../../notices/actions/drain.ts";
import { isForAccount } from "../../notices/account-subject.ts";
import { isForSeat } from "../../notices/seat-subject.ts";
import { isForStaff } from "../../notices/staff-subject.ts";
import type { Addressee, Subject } from "../../notices/subject.ts";
import { wordsIn } from "../../words/words.ts";
import { accountMailPart, accountMailPath } from "./account-mail.ts";
import { citizenMailPart, citizenMailPath } from "./citizen-mail.ts";
import { MailPage } from "./mail-page.tsx";
import { seatMailPart, seatMailPath } from "./seat-mail.ts";
import type { MailPart } from "./mail-part.ts";
import { staffMailPart, staffMailPath } from "./staff-mail.ts";

export interface MailRenderer {
  mail(subject: Subject, addressee?: Addressee): Promise<MailText | null>;
}

/**
 * Makes the words of mails when they are sent: to members of staff and of seats everything in Thai, then everything in English, for
 * nobody asked them; to citizens in the language they chose.
 */
export function makeMailRenderer(publicUrl: URL): MailRenderer {
  return {
    mail: async (subject, addressee) => {
      if (isForStaff(subject)) {
        const parts = [staffMailPart(subject, "th"), staffMailPart(subject, "en")] as const;
        return mailOf(parts, staffMailPath(subject), publicUrl);
      }
      if (isForAccount(subject)) {
        const parts = [accountMailPart(subject, "th"), accountMailPart(subject, "en")] as const;
        return mailOf(parts, accountMailPath(subject), publicUrl);
      }
      if (isForSeat(subject)) {
        const parts = [seatMailPart(subject, "th"), seatMailPart(subject, "en")] as const;
        return mailOf(parts, seatMailPath(subject), publicUrl);
      }
      const part = addressee === undefined ? null : citizenMailPart(subject, addressee);
      return part && mailOf([part], citizenMailPath(subject), publicUrl);
    },
  };
}

async function mailOf(
  parts: readonly [MailPart, ...MailPart[]],
  path: string | null,
  publicUrl: URL,
): Promise<MailText> {
  const url = path === null ? null : new URL(path, publicUrl).href;
  const page = await (<MailPage parts={parts} url={url} />);
  return {
    subject: `${parts[0].title} · ${wordsIn(parts[0].language).mails.brand}`,
    text: `${parts.map((part) => textOf(part, url)).join("\n\n––––\n\n")}\n`,
    html: `<!doctype html>${page.toString()}`,
  };
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
