/** Letters and figures that nobody takes for one another on paper: no i, l, o, 0 or 1. */
const signs = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 3;
const signsAGroup = 4;

/** How many random bytes a password of a letter is made of; some are thrown away so that every sign is as likely. */
export const letterPasswordBytes = 64;

/**
 * Makes the password of a sealed letter from random bytes: three groups of four signs, "k7mp-4rtx-9wde", some 59 bits.
 * Null: too many bytes had to be thrown away; more are needed.
 */
export function letterPassword(bytes: Uint8Array): string | null {
  const even = Math.floor(256 / signs.length) * signs.length;
  const drawn = [...bytes].filter((byte) => byte < even).map((byte) => signs[byte % signs.length] ?? "");
  if (drawn.length < groups * signsAGroup) return null;
  const group = (at: number) => drawn.slice(at * signsAGroup, (at + 1) * signsAGroup).join("");
  return Array.from({ length: groups }, (_, at) => group(at)).join("-");
}
