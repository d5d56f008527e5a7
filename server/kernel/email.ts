import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/** An e-mail address in lower case, as mail is sent to it. Personal data: never logged. */
export type Email = string & { readonly [checked]: "email" };

export type EmailRefusal = { readonly kind: "email_empty" } | { readonly kind: "email_shape" };

const longest = 254;
const shape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * Reads an e-mail address: outer spaces and capitals do not matter. Refuses an empty text and what no ordinary mail
 * server would take; whether anybody reads there is told by the link that is sent.
 */
export function parseEmail(text: string): Result<Email, EmailRefusal> {
  const address = text.normalize("NFKC").trim().toLowerCase();
  if (address === "") return refuse({ kind: "email_empty" });
  return address.length <= longest && shape.test(address)
    ? ok(address as Email)
    : refuse({ kind: "email_shape" });
}

/** An address its owner recognises and nobody else can write to: the first letter and where it is kept. */
export function maskEmail(email: string): string {
  const [before = "", host = ""] = email.split("@");
  return `${before.slice(0, 1)}•••@${host}`;
}
