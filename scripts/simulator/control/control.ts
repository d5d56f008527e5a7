import type { ApiCall, Platform } from "../platform/platform.ts";
import type { EventRecord } from "../platform/webhooks.ts";
import { phoneNamed } from "../world/phones.ts";
import type { ChatEntry, Friendship, MailEntry, SmsEntry } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { makeTalk, type Talk } from "./talk.ts";
import { makeTrouble, type Trouble } from "./trouble.ts";
import { whatOpens, type Opened } from "./what-opens.ts";

export interface PhoneSummary {
  readonly name: string;
  readonly number: number;
  readonly userId: string;
  readonly displayName: string;
  readonly mobile: string;
  readonly friendship: Friendship;
}

/** Everything tests and the page can do to the simulated world, and read from it. */
export interface Control extends Talk, Trouble {
  phones(): readonly PhoneSummary[];
  /** Makes the phone when it is new. */
  openPhone(phone: string): PhoneSummary;
  /** What tapping this address in the chat opens. */
  tapUri(phone: string, uri: string): Opened;
  chat(phone: string): readonly ChatEntry[];
  /** All SMS, or those to one number, in any of its spellings. Oldest first. */
  sms(number?: string): readonly SmsEntry[];
  /** All mails, or those to one address. Oldest first. */
  mails(address?: string): readonly MailEntry[];
  /** Says that somebody has opened this mail. */
  readMail(id: string): void;
  /** The events sent to the app, with every attempt. Oldest first. */
  events(): readonly EventRecord[];
  /** The calls the app made. Oldest first. */
  calls(): readonly ApiCall[];
}

export function makeControl(world: World, platform: Platform): Control {
  return {
    ...makeTalk(world, platform),
    ...makeTrouble(world, platform),
    phones: () => world.state.phones.map(summaryOf),
    openPhone: (phone) => summaryOf(phoneNamed(world, phone)),
    tapUri: (phone, uri) => {
      phoneNamed(world, phone);
      return whatOpens(uri, world.options.liffId);
    },
    chat: (phone) => phoneNamed(world, phone).chat,
    sms: (number) =>
      world.state.sms.filter((sms) => number === undefined || sms.to === internationalNumber(number)),
    mails: (address) => world.state.mails.filter(({ to }) => address === undefined || to === address),
    readMail: (id) => {
      const found = world.state.mails.find((mail) => mail.id === id);
      if (!found) throw new Error(`there is no mail ${id}`);
      if (!found.unread) return;
      found.unread = false;
      world.changed();
    },
    events: () => platform.webhooks.records,
    calls: () => platform.calls,
  };
}

function summaryOf({ name, number, userId, displayName, mobile, friendship }: PhoneSummary): PhoneSummary {
  return { name, number, userId, displayName, mobile, friendship };
}

/** 66 and nine digits, as the gateway keeps numbers. */
export function internationalNumber(number: string): string {
  return number.replace(/\D/g, "").replace(/^0/, "66");
}
