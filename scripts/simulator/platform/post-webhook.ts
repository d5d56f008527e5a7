import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { SimulatorOptions } from "../options.ts";

/** How LINE names what came of a webhook call (its error statistics), and `ok`. */
export const webhookOutcomes = ["ok", "error_status_code", "request_timeout", "could_not_connect"] as const;
export type WebhookOutcome = (typeof webhookOutcomes)[number];

export interface WebhookAnswer {
  readonly outcome: WebhookOutcome;
  readonly status: number | null;
  readonly milliseconds: number;
}

const linePatienceMilliseconds = 2000;

/** Signs the exact bytes and posts them to the app; an answer later than 2 seconds is given up. */
export function postWebhook(
  options: SimulatorOptions,
  publicHost: string,
  body: Uint8Array,
): Promise<WebhookAnswer> {
  const started = performance.now();
  const answered = (outcome: WebhookOutcome, status: number | null): WebhookAnswer => ({
    outcome,
    status,
    milliseconds: Math.round(performance.now() - started),
  });
  return new Promise((resolve) => {
    const call = request({
      ...options.inner,
      path: "/line/webhook",
      method: "POST",
      headers: {
        host: publicHost,
        "content-type": "application/json; charset=utf-8",
        "content-length": body.length,
        "user-agent": "LineBotWebhook/2.0",
        "x-line-signature": signatureOf(options.channel.secret, body),
      },
    });
    const patience = setTimeout(() => {
      resolve(answered("request_timeout", null));
      call.destroy();
    }, options.webhookPatienceMilliseconds ?? linePatienceMilliseconds);
    call.on("response", (response) => {
      response.resume();
      clearTimeout(patience);
      const status = response.statusCode ?? 0;
      resolve(answered(status >= 200 && status < 300 ? "ok" : "error_status_code", status));
    });
    call.on("error", () => {
      clearTimeout(patience);
      resolve(answered("could_not_connect", null));
    });
    call.end(body);
  });
}

/** The value of x-line-signature: HMAC-SHA256 of the body under the channel secret, base64. */
export function signatureOf(secret: string, body: Uint8Array): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}
