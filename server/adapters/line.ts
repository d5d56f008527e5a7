import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import type { Line, LineAnswer, LineMessage } from "../ports.ts";
import { neverReached } from "./never-reached.ts";

export interface LineSettings {
  readonly apiBase: string;
  /** Each call is given up after this long: its answer is then `unknown`. */
  readonly timeoutMs: number;
  token(): Promise<string>;
}

type Client = messagingApi.MessagingApiClient;

/** The LINE port over the Messaging API (@line/bot-sdk), which has neither a time-out nor a notion of 409. */
export function makeLine(settings: LineSettings): Line {
  const call = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new messagingApi.MessagingApiClient({
      channelAccessToken: await settings.token(),
      baseURL: settings.apiBase,
    });
    return within(settings.timeoutMs, work(client));
  };
  const send = (work: (client: Client) => Promise<unknown>): Promise<LineAnswer> =>
    call(work).then((): LineAnswer => ({ kind: "sent" }), answerOfError);
  const quietly = (work: (client: Client) => Promise<unknown>) =>
    call(work).then(
      () => {},
      () => {},
    );
  return {
    reply: (replyToken, messages) =>
      send((client) => client.replyMessage({ replyToken, messages: asSdk(messages) })),
    push: (to, messages, retryKey) =>
      send((client) => client.pushMessage({ to, messages: asSdk(messages) }, retryKey)),
    showLoading: (chatId, loadingSeconds) =>
      quietly((client) => client.showLoadingAnimation({ chatId, loadingSeconds })),
    markAsRead: (markAsReadToken) =>
      quietly((client) => client.markMessagesAsReadByToken({ markAsReadToken })),
    displayName: (userId) =>
      call((client) => client.getProfile(userId)).then(
        (profile) => profile.displayName,
        () => null,
      ),
    plan: () =>
      call(async (client) => {
        const [quota, { totalUsage }] = await Promise.all([
          client.getMessageQuota(),
          client.getMessageQuotaConsumption(),
        ]);
        return { allowed: quota.type === "limited" ? (quota.value ?? null) : null, used: totalUsage };
      }).catch(() => null),
  };
}

function asSdk(messages: readonly LineMessage[]): messagingApi.Message[] {
  return messages as unknown as messagingApi.Message[];
}

class TimedOut extends Error {}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimedOut()), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Reads a failed call. 409: the retry key was used, so the message was accepted. 429 and 5xx: later, but for the month's
 * limit. A refused
 * connection never reached LINE: later. Anything that may have reached LINE without an answer: unknown.
 */
function answerOfError(error: unknown): LineAnswer {
  if (error instanceof HTTPFetchError) {
    if (error.status === 409) return { kind: "sent" };
    const message = messageOf(error.body);
    // One status for three causes (Messaging API): only the month's limit is not over in a moment.
    if (error.status === 429 && /monthly limit/i.test(message)) return { kind: "plan_out" };
    if (error.status === 429 || error.status >= 500) return { kind: "later", status: error.status };
    if (error.status === 400 && /invalid reply token/i.test(message)) return { kind: "reply_token_dead" };
    return { kind: "refused", status: error.status, message };
  }
  return neverReached(error) ? { kind: "later", status: null } : { kind: "unknown" };
}

function messageOf(body: string): string {
  try {
    const parsed = JSON.parse(body) as { message?: unknown };
    return typeof parsed.message === "string" ? parsed.message : "";
  } catch {
    return "";
  }
}
