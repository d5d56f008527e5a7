import { newReplyToken } from "./identifiers.ts";

const lifeMilliseconds = 60_000;
const longestMilliseconds = 20 * 60_000;

interface Issued {
  readonly userId: string;
  readonly eventAt: number;
  receivedAt: number;
  used: boolean;
}

export interface ReplyTokens {
  issue(userId: string, now: Date): string;
  /** Each delivery of its event gives the token a minute anew, unless the event is 20 minutes old. */
  renew(replyToken: string, now: Date): void;
  /** Uses the token up and tells whose it was; null when it is unknown, used, or older than a minute. */
  use(replyToken: string, now: Date): string | null;
}

/** Reply tokens as LINE's: once, and within one minute of the webhook's arrival. */
export function makeReplyTokens(): ReplyTokens {
  const issued = new Map<string, Issued>();
  return {
    issue: (userId, now) => {
      const replyToken = newReplyToken();
      issued.set(replyToken, { userId, eventAt: now.getTime(), receivedAt: now.getTime(), used: false });
      return replyToken;
    },
    renew: (replyToken, now) => {
      const found = issued.get(replyToken);
      if (found && now.getTime() - found.eventAt <= longestMilliseconds) found.receivedAt = now.getTime();
    },
    use: (replyToken, now) => {
      const found = issued.get(replyToken);
      if (!found || found.used || now.getTime() - found.receivedAt > lifeMilliseconds) return null;
      found.used = true;
      return found.userId;
    },
  };
}
