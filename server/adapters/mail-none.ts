import type { Mail } from "../ports.ts";

/** No server: nothing is sent, and pages that need a mail say so (MAIL_URL unset). */
export const mailNone: Mail = {
  available: false,
  send: () => Promise.resolve({ kind: "refused", message: "no mail server" }),
};
