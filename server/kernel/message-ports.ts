import type { LineUser } from "./actor.ts";
import type { Result } from "./result.ts";

/** One LINE message object as the Messaging API takes it; the bot's message makers build it. */
export type LineMessage = Readonly<Record<string, unknown>> & { readonly type: string };

/** What LINE said. Only `later` may be tried again; `unknown` may have been delivered and is never resent. */
export type LineAnswer =
  | { readonly kind: "sent" }
  | { readonly kind: "reply_token_dead" }
  | { readonly kind: "refused"; readonly status: number; readonly message: string }
  | { readonly kind: "later"; readonly status: number | null }
  /** The month's counted messages are used up. */
  | { readonly kind: "plan_out" }
  | { readonly kind: "unknown" };

/** A channel's monthly plan of counted messages; `allowed` null: it has no limit. */
export interface LinePlan {
  readonly allowed: number | null;
  readonly used: number;
}

export interface Line {
  /** Free. A definite "Invalid reply token" is `reply_token_dead`; a time-out is `unknown`. */
  reply(replyToken: string, messages: readonly LineMessage[]): Promise<LineAnswer>;
  /** Counted against the quota. `retryKey` is a UUID; LINE's 409 for a repeated key counts as `sent`. */
  push(lineUserId: string, messages: readonly LineMessage[], retryKey: string): Promise<LineAnswer>;
  /** Shows the loading dots for at most `seconds` (5–60, step 5). Failure is of no consequence. */
  showLoading(lineUserId: string, seconds: number): Promise<void>;
  markAsRead(markAsReadToken: string): Promise<void>;
  /** The display name, or null when LINE does not tell it. */
  displayName(lineUserId: string): Promise<string | null>;
  /** The plan and how much of it is used this month, approximately; null when LINE does not tell. */
  plan(): Promise<LinePlan | null>;
}

/** Who LINE says is holding the phone. */
export interface LineIdentity extends LineUser {
  readonly displayName: string | null;
}

export const signInRefusals = [
  "token_invalid",
  "token_expired",
  "sign_in_cancelled",
  "provider_down",
] as const;
export type SignInRefusal = { readonly kind: (typeof signInRefusals)[number] };

/** The identity provider behind both ways of signing in: LIFF and LINE Login in an ordinary browser. */
export interface LineSignIn {
  /** Checks a raw LIFF ID token: ES256, issuer, audience, expiry. */
  verifyIdToken(idToken: string): Promise<Result<LineIdentity, SignInRefusal>>;
  /** The address of LINE Login's page for the code flow with state, nonce and PKCE (S256 challenge). */
  authorizeUrl(request: { state: string; nonce: string; challenge: string; redirectUri: string }): string;
  /** Exchanges the code and has LINE check the ID token, nonce included. */
  exchangeCode(grant: {
    code: string;
    verifier: string;
    nonce: string;
    redirectUri: string;
  }): Promise<Result<LineIdentity, SignInRefusal>>;
}

/** What the gateway said. `unknown`: the time ran out, the message may have been sent. */
export type SmsAnswer =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "later" }
  | { readonly kind: "unknown" };

export interface Sms {
  /** False when no gateway is set: pages that need an SMS say so instead of pretending. */
  readonly available: boolean;
  /** `phone` in E.164. */
  send(phone: string, text: string): Promise<SmsAnswer>;
}

export interface MailMessage {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The left part of the Message-ID: the same for every attempt, so that receivers may know a repetition. */
  readonly messageId: string;
}

/** What the mail server said. `unknown`: the whole mail went out and no answer came, so it may be there. */
export type MailAnswer =
  | { readonly kind: "sent" }
  /** `aboutAddress`: the address itself was refused, so the next mail would be too. */
  | { readonly kind: "refused"; readonly message: string; readonly aboutAddress?: boolean }
  | { readonly kind: "later" }
  | { readonly kind: "unknown" };

export interface Mail {
  /** False when no server is set: pages that need a mail say so instead of pretending. */
  readonly available: boolean;
  send(mail: MailMessage): Promise<MailAnswer>;
}
