import type { Sms, SmsAnswer } from "../ports.ts";
import { neverReached } from "./never-reached.ts";

export interface SmsMktSettings {
  /** Origin of the gateway; a stand-in may be named instead of the real one. */
  readonly base: string;
  readonly key: string;
  readonly secret: string;
  readonly sender: string;
  readonly timeoutMs: number;
}

/** The code of an accepted message; every other is a refusal. */
const accepted = "000";

/**
 * SMSMKT's plain SMS call: POST /api/send-message, headers api_key and secret_key, JSON message, phone (08…), sender.
 * 5xx and 429 may be tried again; a time-out, and a 200 that says nothing, are `unknown`; any other answer is a refusal
 * with the gateway's words.
 */
export function smsMkt(settings: SmsMktSettings): Sms {
  return {
    available: true,
    send: async (phone, text) => {
      const message = { message: text, phone: phone.replace(/^\+?66/, "0"), sender: settings.sender };
      const request = {
        method: "POST",
        headers: {
          api_key: settings.key,
          secret_key: settings.secret,
          accept: "application/json",
          "content-type": "application/json",
        },
        body: JSON.stringify(message),
        redirect: "manual",
        signal: AbortSignal.timeout(settings.timeoutMs),
      } satisfies RequestInit;
      try {
        return await answerOf(await fetch(`${settings.base}/api/send-message`, request));
      } catch (error) {
        return neverReached(error) ? { kind: "later" } : { kind: "unknown" };
      }
    },
  };
}

async function answerOf(response: Response): Promise<SmsAnswer> {
  if (response.status >= 500 || response.status === 429) return { kind: "later" };
  const body = (await response.json().catch(() => null)) as { code?: unknown; detail?: unknown } | null;
  const code = typeof body?.code === "string" ? body.code : null;
  if (code === accepted) return { kind: "sent" };
  if (response.ok && code === null) return { kind: "unknown" };
  const detail = typeof body?.detail === "string" ? body.detail : null;
  return {
    kind: "refused",
    message: detail ?? (code === null ? `status ${response.status}` : `code ${code}`),
  };
}
