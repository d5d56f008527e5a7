import { createHash, randomBytes, randomInt } from "node:crypto";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID, as LINE gives every webhook event: 48 bits of time, 80 of chance. */
export function newUlid(now: Date): string {
  let time = now.getTime();
  let head = "";
  for (let digit = 0; digit < 10; digit += 1) {
    head = crockford.charAt(time % 32) + head;
    time = Math.floor(time / 32);
  }
  return head + Array.from({ length: 16 }, () => crockford.charAt(randomInt(32))).join("");
}

/** A LINE user id: U and 32 hexadecimal digits. */
export const newLineUserId = (): string => `U${randomBytes(16).toString("hex")}`;

/** The bot's own user id: the same for a channel at every start. */
export const botUserId = (channelId: string): string =>
  `U${createHash("sha256").update(`bot ${channelId}`).digest("hex").slice(0, 32)}`;

/** A message id: eighteen digits, as LINE's. */
export const newMessageId = (): string => `5${Array.from({ length: 17 }, () => randomInt(10)).join("")}`;

export const newReplyToken = (): string => randomBytes(16).toString("hex");
export const newQuoteToken = (): string => randomBytes(24).toString("base64url");
export const newRichMenuId = (): string => `richmenu-${randomBytes(16).toString("hex")}`;
export const newOpaque = (): string => randomBytes(24).toString("base64url");
