import { action } from "./action.ts";
import { list, object, oneOfTypes, type Check, type Fields } from "./check.ts";
import { flexContainer } from "./flex.ts";
import { template } from "./template.ts";
import { anything, flag, form, label, number, oneOf, pictureUrl, text, whole } from "./values.ts";

const quickReplyItem = object(
  {
    type: oneOf("action"),
    imageUrl: pictureUrl,
    action: action({ labelMost: 20, labelRequired: true, quickReply: true }),
  },
  ["type", "action"],
);

const common: Fields = {
  type: anything,
  quickReply: object({ items: list(quickReplyItem, 1, 13) }, ["items"]),
  sender: object({ name: label(20), iconUrl: pictureUrl }),
};

const emoji = object({ index: whole(0), productId: text(100), emojiId: text(100) }, [
  "index",
  "productId",
  "emojiId",
]);
const quoteToken = text(1000);
const media = { originalContentUrl: pictureUrl, previewImageUrl: pictureUrl };

/** One message object of the kinds the Messaging API sends. */
export const message: Check = oneOfTypes({
  text: object({ ...common, text: text(5000), emojis: list(emoji, 0, 20), quoteToken }, ["text"]),
  textV2: object({ ...common, text: text(5000), substitution: anything, quoteToken }, ["text"]),
  sticker: object({ ...common, packageId: text(20), stickerId: text(20), quoteToken }, [
    "packageId",
    "stickerId",
  ]),
  image: object({ ...common, ...media }, ["originalContentUrl", "previewImageUrl"]),
  video: object({ ...common, ...media, trackingId: text(100) }, ["originalContentUrl", "previewImageUrl"]),
  audio: object({ ...common, originalContentUrl: pictureUrl, duration: whole(1) }, [
    "originalContentUrl",
    "duration",
  ]),
  location: object(
    {
      ...common,
      title: text(100),
      address: text(100),
      latitude: number(-90, 90),
      longitude: number(-180, 180),
    },
    ["title", "address", "latitude", "longitude"],
  ),
  template: object({ ...common, altText: text(1500), template }, ["altText", "template"]),
  flex: object({ ...common, altText: text(1500), contents: flexContainer }, ["altText", "contents"]),
});

const messages = list(message, 1, 5);

/** Body of POST /v2/bot/message/reply. */
export const replyRequest: Check = object({ replyToken: text(1000), messages, notificationDisabled: flag }, [
  "replyToken",
  "messages",
]);

/** Body of POST /v2/bot/message/push. */
export const pushRequest: Check = object(
  {
    to: form(/./),
    messages,
    notificationDisabled: flag,
    customAggregationUnits: list(form(/^[A-Za-z0-9_]{1,30}$/), 0, 1),
  },
  ["to", "messages"],
);

/** Body of POST /v2/bot/message/validate/…: messages only. */
export const validateRequest: Check = object({ messages }, ["messages"]);
