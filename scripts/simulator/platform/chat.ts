import type { JsonObject } from "../checks/check.ts";
import type { ChatEntry, Phone } from "../world/state.ts";
import type { World } from "../world/world.ts";
import { newMessageId, newQuoteToken } from "./identifiers.ts";

const keptEntries = 300;

/** Puts one entry at the end of the phone's chat. */
export function addToChat(
  world: World,
  phone: Phone,
  entry: { from: ChatEntry["from"]; via: ChatEntry["via"]; message: JsonObject; id?: string },
): ChatEntry {
  const added: ChatEntry = {
    id: entry.id ?? newMessageId(),
    at: world.now().getTime(),
    from: entry.from,
    via: entry.via,
    message: entry.message,
    read: false,
    unsent: false,
  };
  phone.chat.push(added);
  if (phone.chat.length > keptEntries) phone.chat.splice(0, phone.chat.length - keptEntries);
  world.changed();
  return added;
}

export interface SentMessage {
  readonly id: string;
  readonly quoteToken: string;
}

/** What LINE answers for messages it takes; a friend also sees them, and the dots stop. */
export function deliverToPhone(
  world: World,
  phone: Phone | null,
  messages: readonly JsonObject[],
  via: "reply" | "push",
): readonly SentMessage[] {
  const sent = messages.map((message) => ({ message, id: newMessageId(), quoteToken: newQuoteToken() }));
  if (phone?.friendship === "friend") {
    world.loadingUntil.delete(phone.userId);
    for (const { message, id } of sent) addToChat(world, phone, { from: "bot", via, message, id });
  }
  return sent.map(({ id, quoteToken }) => ({ id, quoteToken }));
}
