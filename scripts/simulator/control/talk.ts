import type { JsonObject } from "../checks/check.ts";
import { addToChat } from "../platform/chat.ts";
import { makeEvent } from "../platform/events.ts";
import { newMessageId, newOpaque, newQuoteToken } from "../platform/identifiers.ts";
import type { Platform } from "../platform/platform.ts";
import type { EventRecord } from "../platform/webhooks.ts";
import { phoneNamed } from "../world/phones.ts";
import type { Phone } from "../world/state.ts";
import type { World } from "../world/world.ts";

/** What the holder of a phone does in the chat; each gives the event it caused, with the first delivery. */
export interface Talk {
  /** Adds the account as a friend, or lifts a block. */
  follow(phone: string): Promise<EventRecord>;
  unblock(phone: string): Promise<EventRecord>;
  block(phone: string): Promise<EventRecord>;
  unfollow(phone: string): Promise<EventRecord>;
  sendText(phone: string, text: string): Promise<EventRecord>;
  sendSticker(phone: string): Promise<EventRecord>;
  sendImage(phone: string): Promise<EventRecord>;
  /** Takes back one's own message. */
  unsend(phone: string, messageId: string): Promise<EventRecord>;
  tapPostback(phone: string, action: TappedPostback): Promise<EventRecord>;
  /** Taps an area that switches the rich menu: the menu of that alias is shown, and a postback says so. */
  switchMenu(
    phone: string,
    action: { readonly richMenuAliasId: string; readonly data: string },
  ): Promise<EventRecord>;
  /** Any other event, known to LINE or not: its type and the fields of its own. */
  sendEvent(phone: string, own: JsonObject & { readonly type: string }): Promise<EventRecord>;
}

export interface TappedPostback {
  readonly data: string;
  readonly displayText?: string;
  readonly params?: Readonly<Record<string, string>>;
}

export function makeTalk(world: World, platform: Platform): Talk {
  const cause = (phone: Phone, own: JsonObject & { readonly type: string }) =>
    platform.webhooks.send(phone.name, makeEvent(world, platform.replyTokens, phone, own));
  const say = (phone: Phone, message: JsonObject & { readonly type: string }) => {
    requireFriend(phone);
    const entry = addToChat(world, phone, { from: "user", via: "typed", message, id: newMessageId() });
    const markAsReadToken = newOpaque();
    platform.readTokens.set(markAsReadToken, { userId: phone.userId, messageId: entry.id });
    const sent = { ...message, id: entry.id, quoteToken: newQuoteToken(), markAsReadToken };
    return cause(phone, { type: "message", message: sent });
  };
  const follow = (name: string) => {
    const phone = phoneNamed(world, name);
    const isUnblocked = phone.friendship === "blocked";
    phone.friendship = "friend";
    world.changed();
    return cause(phone, { type: "follow", follow: { isUnblocked } });
  };
  const block = (name: string) => {
    const phone = phoneNamed(world, name);
    phone.friendship = "blocked";
    phone.richMenuId = null;
    world.changed();
    return cause(phone, { type: "unfollow" });
  };
  return {
    follow,
    unblock: follow,
    block,
    unfollow: block,
    sendText: async (name, text) => say(phoneNamed(world, name), { type: "text", text }),
    sendSticker: async (name) =>
      say(phoneNamed(world, name), {
        type: "sticker",
        packageId: "11537",
        stickerId: "52002734",
        stickerResourceType: "ANIMATION",
      }),
    sendImage: async (name) =>
      say(phoneNamed(world, name), { type: "image", contentProvider: { type: "line" } }),
    unsend: async (name, messageId) => {
      const phone = phoneNamed(world, name);
      const entry = phone.chat.find(({ id, from }) => id === messageId && from === "user");
      if (!entry) throw new Error(`${name} sent no message ${messageId}`);
      entry.unsent = true;
      world.changed();
      return cause(phone, { type: "unsend", unsend: { messageId } });
    },
    tapPostback: async (name, { data, displayText, params }) => {
      const phone = phoneNamed(world, name);
      requireFriend(phone);
      if (displayText !== undefined) {
        addToChat(world, phone, {
          from: "user",
          via: "postback",
          message: { type: "text", text: displayText },
        });
      }
      return cause(phone, { type: "postback", postback: { data, ...(params ? { params } : {}) } });
    },
    switchMenu: async (name, { richMenuAliasId, data }) => {
      const phone = phoneNamed(world, name);
      requireFriend(phone);
      const richMenuId = world.state.aliases[richMenuAliasId];
      if (richMenuId !== undefined) phone.richMenuId = richMenuId;
      world.changed();
      const status = richMenuId === undefined ? "RICHMENU_ALIAS_ID_NOTFOUND" : "SUCCESS";
      const params = { newRichMenuAliasId: richMenuAliasId, status };
      return cause(phone, { type: "postback", postback: { data, params } });
    },
    sendEvent: async (name, own) => cause(phoneNamed(world, name), own),
  };
}

function requireFriend(phone: Phone): void {
  if (phone.friendship !== "friend")
    throw new Error(`${phone.name} is not a friend of the account: follow first`);
}
