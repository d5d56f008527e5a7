import type { World } from "../world/world.ts";
import { webhookBody, type LineEvent } from "./events.ts";
import { botUserId } from "./identifiers.ts";
import { postWebhook, type WebhookAnswer } from "./post-webhook.ts";
import type { ReplyTokens } from "./reply-tokens.ts";

/** One try to bring an event to the app. `held`: it waits (outage, reordering, delay). */
export interface Attempt {
  readonly at: number;
  readonly redelivery: boolean;
  readonly outcome: WebhookAnswer["outcome"] | "held";
  readonly status: number | null;
  readonly milliseconds: number;
}

export interface EventRecord {
  readonly event: LineEvent;
  readonly phone: string;
  readonly attempts: Attempt[];
}

export interface Webhooks {
  /** Brings the event to the app; settles with the first attempt, or `held` when a trouble keeps it back. */
  send(phone: string, event: LineEvent): Promise<EventRecord>;
  /** The same event once more. `redelivery`: marked as such, its reply token renewed; else an exact duplicate. */
  again(record: EventRecord, redelivery: boolean): Promise<EventRecord>;
  /** Sends what was held back. Called when an outage ends or reordering is switched off. */
  release(): Promise<void>;
  readonly records: readonly EventRecord[];
  close(): void;
}

const keptRecords = 300;
const usualWaits = [3_000, 15_000, 60_000, 300_000] as const;

/** The way from the platform to the app's webhook. `publicHost` is asked anew: the port is known late. */
export function makeWebhooks(world: World, tokens: ReplyTokens, publicHost: () => string): Webhooks {
  const destination = botUserId(world.options.channel.id);
  const waits = world.options.redeliveryWaitsMilliseconds ?? usualWaits;
  const records: EventRecord[] = [];
  const held: EventRecord[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const attempt = async (record: EventRecord, redelivery: boolean): Promise<WebhookAnswer["outcome"]> => {
    const at = world.now();
    renew(tokens, record.event, at);
    const body = webhookBody(destination, [record.event], redelivery);
    const answer = await postWebhook(world.options, publicHost(), body);
    record.attempts.push({ at: at.getTime(), redelivery, ...answer });
    world.changed();
    return answer.outcome;
  };
  const deliver = async (record: EventRecord, tries = 0): Promise<void> => {
    const outcome = await attempt(record, tries > 0);
    const wait = waits[tries];
    if (outcome === "ok" || wait === undefined || !world.state.redeliveryOn) return;
    later(wait, () => void deliver(record, tries + 1));
  };
  const hold = (record: EventRecord) => {
    record.attempts.push({
      at: world.now().getTime(),
      redelivery: false,
      outcome: "held",
      status: null,
      milliseconds: 0,
    });
    world.changed();
  };
  const release = async () => {
    const waiting = held.splice(0);
    if (world.troubles.reorder) waiting.reverse();
    for (const record of waiting) await deliver(record);
  };
  return {
    records,
    release,
    send: async (phone, event) => {
      const record: EventRecord = { event, phone, attempts: [] };
      records.push(record);
      if (records.length > keptRecords) records.shift();
      const { line, reorder, delayMilliseconds } = world.troubles;
      if (line || reorder) {
        held.push(record);
        hold(record);
        if (reorder && !line && held.length > 1) await release();
      } else if (delayMilliseconds > 0) {
        hold(record);
        later(delayMilliseconds, () => void deliver(record));
      } else await deliver(record);
      return record;
    },
    again: async (record, redelivery) => {
      await attempt(record, redelivery);
      return record;
    },
    close: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}

function renew(tokens: ReplyTokens, event: LineEvent, now: Date): void {
  if (typeof event["replyToken"] === "string") tokens.renew(event["replyToken"], now);
}
