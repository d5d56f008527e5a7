import type { LineUser } from "../server/kernel/actor.ts";
import type { KeptEvent, KeptMessage } from "./redact.ts";
import type { SecretKind } from "./secret.ts";
import { tileOf, type Tile } from "./tiles.ts";
import { readTyped, type Typed } from "./typed.ts";

/** What came in, as far as the bot understands it. Closed: whatever LINE adds later is `other`. */
export type Incoming =
  | { readonly kind: "follow"; readonly again: boolean }
  | { readonly kind: "unfollow" }
  | { readonly kind: "typed"; readonly typed: Typed }
  /** Somebody typed what belongs on a page; the text itself is gone. */
  | { readonly kind: "secret"; readonly what: SecretKind }
  /** A sticker, picture, film, sound, file or place. */
  | { readonly kind: "no_words" }
  | { readonly kind: "tile"; readonly tile: Tile }
  | { readonly kind: "answer"; readonly yes: boolean }
  /** A button of a card that this version does not know. */
  | { readonly kind: "postback_unknown" }
  | { readonly kind: "unsend"; readonly messageId: string }
  | { readonly kind: "other" };

/** One event with everything about its delivery that matters. */
export interface Delivery {
  readonly eventId: string;
  /** When it happened, by LINE's clock: deliveries come late and out of order. */
  readonly at: Date;
  /** When it was kept here; the reply token's minute runs from then. */
  readonly receivedAt: Date;
  /** Null: LINE did not say who (no consent to the profile), or nobody to answer (a group). */
  readonly from: LineUser | null;
  /** False in standby: somebody else answers this chat. */
  readonly mayAnswer: boolean;
  readonly replyToken: string | null;
  readonly markAsReadToken: string | null;
  readonly incoming: Incoming;
}

/**
 * LINE signs a body, not the time it was sent. An event older than this is a replay: its id may be forgotten here, so
 * it is not taken at all.
 */
export const oldestEventDays = 7;

/** True when an event happened too long ago to be LINE's doing. */
export function isReplayed(event: KeptEvent, now: Date): boolean {
  const ageMs = event.timestamp === undefined ? 0 : now.getTime() - event.timestamp;
  return ageMs > oldestEventDays * 24 * 60 * 60_000;
}

/** Reads a kept event. `receivedAt` stands in for a time LINE did not give. */
export function readDelivery(channel: string, eventId: string, event: KeptEvent, receivedAt: Date): Delivery {
  const { source } = event;
  const userId = source?.type === "user" ? source.userId : undefined;
  return {
    eventId,
    at:
      event.timestamp === undefined ? receivedAt : new Date(Math.min(event.timestamp, receivedAt.getTime())),
    receivedAt,
    from: userId === undefined || userId === "" ? null : { channel, lineUserId: userId },
    mayAnswer: event.mode !== "standby",
    replyToken: event.replyToken ?? null,
    markAsReadToken: event.message?.markAsReadToken ?? null,
    incoming: readIncoming(event),
  };
}

function readIncoming(event: KeptEvent): Incoming {
  switch (event.type) {
    case "follow":
      return { kind: "follow", again: event.isUnblocked === true };
    case "unfollow":
      return { kind: "unfollow" };
    case "message":
      return event.message === undefined ? { kind: "other" } : readMessage(event.message);
    case "postback":
      return readPostback(event.postback ?? "");
    case "unsend":
      return { kind: "unsend", messageId: event.unsentMessageId ?? "" };
    default:
      return { kind: "other" };
  }
}

function readMessage(message: KeptMessage): Incoming {
  if (message.secret !== undefined) return { kind: "secret", what: message.secret };
  if (message.type === "text" && message.text !== undefined)
    return { kind: "typed", typed: readTyped(message.text) };
  return { kind: "no_words" };
}

function readPostback(data: string): Incoming {
  const pairs = new URLSearchParams(data);
  const tile = tileOf(pairs.get("tile") ?? "");
  if (tile !== null) return { kind: "tile", tile };
  if (pairs.get("word") === "menu") return { kind: "typed", typed: { kind: "menu" } };
  const answer = pairs.get("answer");
  if (answer === "yes" || answer === "no") return { kind: "answer", yes: answer === "yes" };
  return { kind: "postback_unknown" };
}
