/**
 * The code that links a LINE user to a staff account: eight letters, so that the chat takes it for no PIN, OTP or ID
 * number, good for ten minutes and once. Letters alone that no eye mixes up; no vowels, so that no word comes about.
 */
const letters = "BCDFGHJKMNPQRSTVWXYZ";
const length = 8;

export const staffLineCodeMinutes = 10;

/** Makes a code out of random bytes, at least sixteen; a byte that would favour a letter is passed over. */
export function makeStaffLineCode(random: Uint8Array): string {
  const fair = [...random].filter((byte) => byte < 256 - (256 % letters.length)).slice(0, length);
  if (fair.length < length) throw new RangeError("too few random bytes for a code");
  return fair.map((byte) => letters.charAt(byte % letters.length)).join("");
}

/** As it is shown and typed: "เชื่อม BCDF-GHJK". */
export function staffLineCodeText(code: string): string {
  return `เชื่อม ${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Reads what was typed in chat, in any case and with any gaps; null: it is no such code. */
export function parseStaffLineCode(text: string): string | null {
  const [, typed = ""] = /^(?:เชื่อม|link)\s*([a-z\s-]{8,16})$/iu.exec(text.trim()) ?? [];
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  return new RegExp(`^[${letters}]{${length}}$`).test(code) ? code : null;
}

/** What is hashed of it under a key: the database holds no code. */
export function staffLineCodeMessage(code: string): string {
  return `staff-line-code:${code}`;
}
