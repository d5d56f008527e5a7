import type { Sms } from "../ports.ts";

/** No gateway: nothing is sent, and pages that need an SMS say so (SMS_PROVIDER=none). */
export const smsNone: Sms = {
  available: false,
  send: () => Promise.resolve({ kind: "refused", message: "no gateway" }),
};
