import type { JsonObject } from "../checks/check.ts";

export const friendships = ["stranger", "friend", "blocked"] as const;
export type Friendship = (typeof friendships)[number];

/** One simulated phone and the LINE user who holds it. */
export interface Phone {
  /** phone1, phone2, …: also the first label of its host. */
  readonly name: string;
  readonly number: number;
  readonly userId: string;
  readonly displayName: string;
  /** Its own mobile number, ten digits. */
  readonly mobile: string;
  friendship: Friendship;
  /** Rich menu linked to this user alone. */
  richMenuId: string | null;
  chat: ChatEntry[];
}

/** One thing in a chat. `message` is a message object as LINE carries it. */
export interface ChatEntry {
  readonly id: string;
  readonly at: number;
  readonly from: "user" | "bot";
  readonly message: JsonObject;
  readonly via: "reply" | "push" | "typed" | "postback";
  read: boolean;
  unsent: boolean;
}

export interface SmsEntry {
  readonly id: string;
  readonly at: number;
  /** As the gateway was told: 66 and nine digits. */
  readonly to: string;
  readonly sender: string;
  readonly text: string;
}

/** A mail as it came. */
export interface MailEntry {
  readonly id: string;
  readonly at: number;
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  /** The addresses of the envelope. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  unread: boolean;
}

export interface RichMenuEntry {
  readonly richMenuId: string;
  readonly menu: JsonObject;
  /** Type of the uploaded picture, which is a file of its own; null until uploaded. */
  imageType: "image/png" | "image/jpeg" | null;
}

export interface AcceptedPush {
  readonly at: number;
  readonly requestId: string;
  readonly sentMessages: readonly { readonly id: string; readonly quoteToken: string }[];
}

/** What survives a restart. */
export interface KeptState {
  readonly version: 1;
  phones: Phone[];
  sms: SmsEntry[];
  mails: MailEntry[];
  richMenus: RichMenuEntry[];
  aliases: Record<string, string>;
  defaultRichMenuId: string | null;
  /** Monthly limit of counted messages, and how many were used in `month` (yyyy-mm, Japan time as LINE counts). */
  quota: { limit: number | null; month: string; used: number };
  acceptedPushes: Record<string, AcceptedPush>;
  redeliveryOn: boolean;
}

/** A world nobody has touched yet. */
export function emptyState(): KeptState {
  return {
    version: 1,
    phones: [],
    sms: [],
    mails: [],
    richMenus: [],
    aliases: {},
    defaultRichMenuId: null,
    quota: { limit: 15_000, month: "", used: 0 },
    acceptedPushes: {},
    redeliveryOn: true,
  };
}
