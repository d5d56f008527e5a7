import { secretIn, type SecretKind } from "./secret.ts";

/**
 * A webhook event as it may be kept: only the properties the bot reads, by name. What nobody asked for (file names,
 * places, quotes, unknown properties) falls away, and text that seems to hold a secret becomes a marker.
 */
export interface KeptEvent {
  readonly type: string;
  readonly mode?: string;
  readonly timestamp?: number;
  readonly webhookEventId?: string;
  readonly redelivery?: boolean;
  readonly source?: { readonly type?: string; readonly userId?: string };
  readonly replyToken?: string;
  readonly message?: KeptMessage;
  readonly postback?: string;
  readonly isUnblocked?: boolean;
  readonly unsentMessageId?: string;
}

export interface KeptMessage {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly secret?: SecretKind;
  readonly markAsReadToken?: string;
}

type Raw = Readonly<Record<string, unknown>>;

const longestText = 500;
const longestPostback = 300;

/** Makes the event that may be kept out of whatever LINE sent. Takes anything, refuses nothing. */
export function redact(event: unknown): KeptEvent {
  const raw = recordOf(event);
  const source = recordOf(raw["source"]);
  return {
    type: text(raw["type"]) ?? "unknown",
    ...defined({
      mode: text(raw["mode"]),
      timestamp: time(raw["timestamp"]),
      webhookEventId: text(raw["webhookEventId"]),
      redelivery: flag(recordOf(raw["deliveryContext"])["isRedelivery"]),
      source:
        "source" in raw ? defined({ type: text(source["type"]), userId: text(source["userId"]) }) : undefined,
      replyToken: text(raw["replyToken"]),
      message: "message" in raw ? redactMessage(recordOf(raw["message"])) : undefined,
      postback: text(recordOf(raw["postback"])["data"])?.slice(0, longestPostback),
      isUnblocked: flag(recordOf(raw["follow"])["isUnblocked"]),
      unsentMessageId: text(recordOf(raw["unsend"])["messageId"]),
    }),
  };
}

function redactMessage(raw: Raw): KeptMessage {
  const typed = text(raw["text"]);
  const secret = typed === undefined ? null : secretIn(typed);
  return {
    type: text(raw["type"]) ?? "unknown",
    ...defined({
      id: text(raw["id"]),
      text: secret === null ? typed?.slice(0, longestText) : undefined,
      secret: secret ?? undefined,
      markAsReadToken: text(raw["markAsReadToken"]),
    }),
  };
}

function recordOf(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function time(value: unknown): number | undefined {
  const largest = 8.64e15;
  return typeof value === "number" && Math.abs(value) <= largest ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(properties: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
