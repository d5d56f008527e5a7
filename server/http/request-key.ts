import { encodeBase64url } from "../kernel/base64url.ts";
import type { Random } from "../ports.ts";

/** Name of the hidden field that makes a creating form safe to send twice. */
export const requestKeyField = "requestKey";

const shape = /^[A-Za-z0-9_-]{22}$/;

/** A fresh request key: 128 random bits, kept in the row that the form creates. */
export function newRequestKey(random: Random): string {
  return encodeBase64url(random.bytes(16));
}

/** The key of a posted form; a form without one (sent by hand) gets a fresh key and so no protection. */
export function readRequestKey(random: Random, text: string): string {
  return shape.test(text) ? text : newRequestKey(random);
}
