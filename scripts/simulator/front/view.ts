import { findMenu } from "../api/rich-menus.ts";
import type { JsonObject } from "../checks/check.ts";
import type { Control, PhoneSummary } from "../control/control.ts";
import type { Platform } from "../platform/platform.ts";
import { usedThisMonth } from "../platform/quota.ts";
import { cardOf, type Card } from "../world/card.ts";
import { phoneNamed } from "../world/phones.ts";
import type { ChatEntry, MailEntry, Phone, SmsEntry } from "../world/state.ts";
import type { Troubles, World } from "../world/world.ts";

/** All that the page of one phone shows. */
export interface View {
  readonly botName: string;
  readonly liffId: string;
  readonly treasury: string | null;
  readonly phone: PhoneSummary;
  readonly others: readonly PhoneSummary[];
  readonly card: Card;
  readonly chat: readonly ChatEntry[];
  /** Dots are shown until then. */
  readonly loadingUntil: number;
  readonly richMenu: RichMenuView | null;
  readonly sms: readonly SmsEntry[];
  /** The mailbox without what the mails say, which is asked for when one is opened. */
  readonly mails: readonly MailLine[];
  readonly troubles: Troubles & { readonly redeliveryOn: boolean };
  readonly quota: { readonly limit: number | null; readonly used: number };
  readonly journal: readonly JournalLine[];
}

export type MailLine = Pick<MailEntry, "id" | "at" | "from" | "to" | "subject" | "unread">;

export interface RichMenuView {
  readonly richMenuId: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly chatBarText: string;
  readonly selected: boolean;
  readonly areas: readonly {
    readonly bounds: {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };
    readonly action: JsonObject;
  }[];
}

/** One line of what went over the wires. `good` is null while something is held back. */
export interface JournalLine {
  readonly at: number;
  readonly way: "webhook" | "call";
  readonly what: string;
  readonly outcome: string;
  readonly good: boolean | null;
  readonly detail: string | null;
}

const shownEntries = 200;
const shownLines = 80;

/** Gathers the view of one phone. */
export function viewOf(world: World, platform: Platform, control: Control, name: string): View {
  const phone = phoneNamed(world, name);
  return {
    botName: world.options.botName,
    liffId: world.options.liffId,
    treasury: world.options.treasury ?? null,
    phone: control.openPhone(name),
    others: control.phones().filter((other) => other.name !== name),
    card: cardOf(phone),
    chat: phone.chat.slice(-shownEntries),
    loadingUntil: world.loadingUntil.get(phone.userId) ?? 0,
    richMenu: menuOf(world, phone),
    sms: world.state.sms.slice(-shownEntries),
    mails: world.state.mails.slice(-shownEntries).map(lineOf),
    troubles: { ...world.troubles, redeliveryOn: world.state.redeliveryOn },
    quota: { limit: world.state.quota.limit, used: usedThisMonth(world) },
    journal: journalOf(platform),
  };
}

function lineOf({ id, at, from, to, subject, unread }: MailEntry): MailLine {
  return { id, at, from, to, subject, unread };
}

/** The menu a friend sees: their own, else everybody's. */
function menuOf(world: World, phone: Phone): RichMenuView | null {
  if (phone.friendship !== "friend") return null;
  const richMenuId = phone.richMenuId ?? world.state.defaultRichMenuId;
  const found = richMenuId === null ? undefined : findMenu(world, richMenuId);
  return found?.imageType ? ({ richMenuId: found.richMenuId, ...found.menu } as RichMenuView) : null;
}

function journalOf(platform: Platform): readonly JournalLine[] {
  const events = platform.webhooks.records.flatMap(({ event, phone, attempts }) =>
    attempts.map((attempt): JournalLine => ({
      at: attempt.at,
      way: "webhook",
      what: `${event.type} · ${phone}`,
      outcome: attempt.status === null ? attempt.outcome : String(attempt.status),
      good: attempt.outcome === "held" ? null : attempt.outcome === "ok",
      detail: `${attempt.redelivery ? "redelivery · " : ""}${attempt.milliseconds} ms · ${event.webhookEventId}`,
    })),
  );
  const calls = platform.calls.map((call): JournalLine => ({
    at: call.at,
    way: "call",
    what: `${call.method} ${call.path}`,
    outcome: String(call.status),
    good: call.status < 400,
    detail: call.refusal,
  }));
  return [...events, ...calls].sort((one, other) => other.at - one.at).slice(0, shownLines);
}
