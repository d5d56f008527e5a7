import type { JsonObject } from "../checks/check.ts";
import type { World } from "../world/world.ts";
import type { Phone } from "../world/state.ts";
import { newUlid } from "./identifiers.ts";
import type { ReplyTokens } from "./reply-tokens.ts";

/** One webhook event as it goes over the wire, without its delivery context. */
export type LineEvent = JsonObject & {
  readonly type: string;
  readonly webhookEventId: string;
  readonly timestamp: number;
};

const withoutReplyToken = ["unfollow", "unsend"];

/**
 * Builds the event that `phone`'s user caused; `own` are the fields of its type. Under the trouble `standby` it has
 * no reply token and that mode; under `noUserId` its source does not say who.
 */
export function makeEvent(
  world: World,
  tokens: ReplyTokens,
  phone: Phone,
  own: JsonObject & { readonly type: string },
): LineEvent {
  const now = world.now();
  const { standby, noUserId } = world.troubles;
  const answerable = !standby && !withoutReplyToken.includes(own.type);
  return {
    ...own,
    webhookEventId: newUlid(now),
    timestamp: now.getTime(),
    source: noUserId ? { type: "user" } : { type: "user", userId: phone.userId },
    mode: standby ? "standby" : "active",
    ...(answerable ? { replyToken: tokens.issue(phone.userId, now) } : {}),
  };
}

/** The body of one webhook call, in the bytes that are signed. */
export function webhookBody(
  destination: string,
  events: readonly LineEvent[],
  isRedelivery: boolean,
): Uint8Array {
  const sent = events.map((event) => ({ ...event, deliveryContext: { isRedelivery } }));
  return new TextEncoder().encode(JSON.stringify({ destination, events: sent }));
}
