import type { Renderer } from "../server/notices/actions/drain.ts";
import { isForAccount } from "../server/notices/account-subject.ts";
import { isForSeat } from "../server/notices/seat-subject.ts";
import { isForStaff } from "../server/notices/staff-subject.ts";
import { wordsIn } from "../server/words/words.ts";
import { accountMessages } from "./messages/account.ts";
import { consoleLinks, liffLinks, seatLinks } from "./messages/links.ts";
import { noticeMessage } from "./messages/notice.ts";
import { sayMessages } from "./messages/say.ts";
import { seatMessages } from "./messages/seat.ts";
import { smsText } from "./messages/sms.ts";

/** The parts of the site that words speak of. */
export interface SpokenSite {
  readonly liffId: string;
  readonly publicUrl: URL;
  /** The LINE channel of the deployment. */
  readonly channel: string;
}

/** Makes the words of notices when they are sent: LINE messages and SMS texts, in the reader's language. */
export function makeRenderer(site: SpokenSite): Required<Pick<Renderer, "line" | "sms">> {
  const link = liffLinks(site.liffId);
  const [console, seat] = [consoleLinks(site.publicUrl), seatLinks(site.publicUrl)];
  return {
    line: (subject, reader) => {
      if (isForStaff(subject)) return [];
      const speech = { words: wordsIn(reader.language), reader, link, console, seat };
      if (isForAccount(subject)) return accountMessages(speech, subject);
      if (isForSeat(subject)) return seatMessages(speech, subject, site.publicUrl);
      if (subject.kind === "chat_reply") return sayMessages(speech, subject);
      if (subject.kind === "otp_sms") return [];
      return [noticeMessage(speech, subject) ?? []].flat();
    },
    sms: (subject, reader) =>
      isForStaff(subject) || isForAccount(subject) || isForSeat(subject)
        ? null
        : smsText(wordsIn(reader.language), site.publicUrl.hostname, subject, reader),
  };
}
