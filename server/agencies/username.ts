import { ok, refuse, type Result } from "../kernel/result.ts";

declare const checked: unique symbol;

/** The name an account signs in with: 3–40 of a–z, 0–9, dot, hyphen and low line, a letter or digit first. */
export type Username = string & { readonly [checked]: "username" };

const shape = /^[a-z0-9][a-z0-9._-]{2,39}$/;

/** Reads a user name as people type it: capitals and outer spaces do not matter. Refuses every other shape. */
export function parseUsername(text: string): Result<Username, { readonly kind: "username_shape" }> {
  const name = text.normalize("NFKC").trim().toLowerCase();
  return shape.test(name) ? ok(name as Username) : refuse({ kind: "username_shape" });
}

/** The user name for an e-mail address, the `number`-th try: what stands before the @, with a number after the first. */
export function usernameFor(email: string, number: number): Username {
  const [before = ""] = email.toLowerCase().split("@");
  const bare = before.replace(/[^a-z0-9._-]/g, "").replace(/^[._-]+/, "");
  const base = bare.length >= 3 ? bare : `${bare}user`;
  const tail = number === 1 ? "" : String(number);
  return `${base.slice(0, 40 - tail.length)}${tail}` as Username;
}
