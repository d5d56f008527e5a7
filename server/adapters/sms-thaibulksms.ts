import type { Sms, SmsAnswer } from "../ports.ts";
import { neverReached } from "./never-reached.ts";

export interface ThaiBulkSmsSettings {
  /** Origin of the gateway; a stand-in may be named instead of the real one. */
  readonly base: string;
  readonly key: string;
  readonly secret: string;
  readonly sender: string;
  readonly timeoutMs: number;
}

/**
 * ThaiBulkSMS's plain SMS call: POST /sms, Basic key:secret, form sender, msisdn, message.
 * 5xx and 429 may be tried again; a time-out is `unknown`; any other answer is a refusal with the gateway's words.
 */
export function thaiBulkSms(settings: ThaiBulkSmsSettings): Sms {
  const authorization = `Basic ${btoa(`${settings.key}:${settings.secret}`)}`;
  return {
    available: true,
    send: async (phone, text) => {
      const request = {
        method: "POST",
        headers: { authorization, accept: "application/json" },
        body: new URLSearchParams({
          sender: settings.sender,
          msisdn: phone.replace(/^\+/, ""),
          message: text,
        }),
        redirect: "manual",
        signal: AbortSignal.timeout(settings.timeoutMs),
      } satisfies RequestInit;
      try {
        return await answerOf(await fetch(`${settings.base}/sms`, request));
      } catch (error) {
        return neverReached(error) ? { kind: "later" } : { kind: "unknown" };
      }
    },
  };
}

async function answerOf(response: Response): Promise<SmsAnswer> {
  if (response.status >= 500 || response.status === 429) return { kind: "later" };
  const body = (await response.json().catch(() => null)) as {
    phone_number_list?: unknown[];
    bad_phone_number_list?: { message?: string }[];
    error?: { description?: string; name?: string };
  } | null;
  if (response.ok && (body?.phone_number_list?.length ?? 0) > 0) return { kind: "sent" };
  const reason = body?.error?.description ?? body?.error?.name ?? body?.bad_phone_number_list?.[0]?.message;
  return { kind: "refused", message: reason ?? `status ${response.status}` };
}
