import { nextTryAt } from "./retry.ts";
import type { NoticeRoute } from "./router.ts";

/** How an attempt to send ended. Failures are named by kind or status, never by words of ours. */
export type Settlement =
  | { readonly state: "sent"; readonly by: NoticeRoute }
  | { readonly state: "failed" | "unknown" | "dropped"; readonly failure: string }
  | {
      readonly state: "waiting";
      readonly dueAt: Date;
      readonly failure: string;
      /** True: the reply token may still be unused, and is tried again. */
      readonly keepsReply: boolean;
    };

/** What LINE or the gateway said, as far as it matters here. */
export type Said =
  | { readonly kind: "sent" | "unknown" | "reply_token_dead" | "plan_out" }
  | { readonly kind: "refused"; readonly status?: number; readonly aboutAddress?: boolean }
  | { readonly kind: "later"; readonly status?: number | null };

export interface Attempted {
  /** This attempt included. */
  readonly attempts: number;
  readonly diesAt: Date;
  readonly replyToken: string | null;
  /** True: one of several ways of telling a person, so that another one may take its place. */
  readonly hasOtherWays?: boolean;
}

/** What to do about an answer: record it, or push after all. */
export type Verdict = Settlement | "push";

/** Answers after which LINE surely did not take the call: rate limits, "unavailable", and no connection at all. */
const surelyNotTaken: readonly (number | null | undefined)[] = [429, 503, null, undefined];

/**
 * Judges the answer to a reply, which has no retry key. Dead token: pushed, unless an earlier attempt may have used
 * the token up, for then the message may be there. An answer that leaves it open whether LINE took the call keeps
 * the token: the next reply tells. A time-out is never sent again.
 */
export function afterReply(notice: Attempted, said: Said, now: Date, random: number): Verdict {
  switch (said.kind) {
    case "sent":
      return { state: "sent", by: "reply" };
    case "plan_out":
      return "push";
    case "unknown":
      return { state: "unknown", failure: "reply_timed_out" };
    case "refused":
      return { state: "failed", failure: `refused_${said.status ?? ""}` };
    case "reply_token_dead":
      return mayHaveReplied(notice) ? { state: "unknown", failure: "reply_token_dead" } : "push";
    case "later":
      return again(
        notice,
        `reply_${said.status ?? "unreached"}`,
        now,
        random,
        !surelyNotTaken.includes(said.status),
      );
  }
}

/** True when an earlier attempt held this reply token and may have used it. Nothing may then be pushed. */
export function mayHaveReplied(notice: Attempted): boolean {
  return notice.replyToken !== null && notice.attempts > 1;
}

/**
 * Judges the answer to a push. Its retry key makes every repetition safe, also after a time-out. When the month's plan is
 * used up, what can go another way does so at once; what cannot waits like after any 429.
 */
export function afterPush(notice: Attempted, said: Said, now: Date, random: number): Settlement {
  switch (said.kind) {
    case "sent":
      return { state: "sent", by: "push" };
    case "refused":
      return { state: "failed", failure: `refused_${said.status ?? ""}` };
    case "reply_token_dead":
      return { state: "failed", failure: "refused_400" };
    case "plan_out":
      return notice.hasOtherWays === true
        ? { state: "failed", failure: "plan_out" }
        : again(notice, "push_429", now, random, false);
    case "unknown":
      return again(notice, "push_timed_out", now, random, false);
    case "later":
      return again(notice, `push_${said.status ?? "unreached"}`, now, random, false);
  }
}

/** The failure of a mail whose address the server does not know: the next one would fare the same. */
export const addressRefused = "address_refused";

/** Judges the gateway's answer to an SMS. There is no retry key: what may have been sent is not sent again. */
export function afterSms(notice: Attempted, said: Said, now: Date, random: number): Settlement {
  return withoutRetryKey("sms", notice, said, now, random);
}

/** Judges the mail server's answer. A mail that went out whole without an answer is not sent again. */
export function afterMail(notice: Attempted, said: Said, now: Date, random: number): Settlement {
  return withoutRetryKey("mail", notice, said, now, random);
}

function withoutRetryKey(
  medium: "sms" | "mail",
  notice: Attempted,
  said: Said,
  now: Date,
  random: number,
): Settlement {
  switch (said.kind) {
    case "sent":
      return { state: "sent", by: medium };
    case "unknown":
      return { state: "unknown", failure: `${medium}_timed_out` };
    case "refused":
      return { state: "failed", failure: said.aboutAddress === true ? addressRefused : `${medium}_refused` };
    case "reply_token_dead":
    case "plan_out":
      return { state: "failed", failure: `${medium}_refused` };
    case "later":
      return again(notice, `${medium}_later`, now, random, false);
  }
}

/** Later, or never when the notice would be dead by then. */
export function again(
  notice: Attempted,
  failure: string,
  now: Date,
  random: number,
  keepsReply: boolean,
): Settlement {
  const dueAt = nextTryAt(notice, now, random);
  return dueAt === null ? { state: "dropped", failure } : { state: "waiting", dueAt, failure, keepsReply };
}
