/** What nobody should type into a chat. `six_digits` is a PIN or an OTP: they look the same. */
export const secretKinds = ["citizen_id", "laser_code", "six_digits"] as const;
export type SecretKind = (typeof secretKinds)[number];

/** Up to three spaces, hyphens, dots or unseen characters, as people and keyboards put them between digits. */
const gap = "[\\s._\\u00ad\\u200b-\\u200f\\u2010-\\u2015\\u2060-\\u2064\\u2212\\ufeff-]{0,3}";
const notAfterDigit = `(?<![0-9]${gap})`;
const notBeforeDigit = `(?!${gap}[0-9])`;

const laserCode = new RegExp(`(?<![a-z])[a-z]${gap}[a-z](?:${gap}[0-9]){9,11}${notBeforeDigit}`, "giu");
const laserGroups = /^[a-z]{2}[0-9]-[0-9]{7}-[0-9]{2}$/iu;
const serviceCode = new RegExp(`(?<![a-z])[pe]p(?:${gap}[0-9]){10}${notBeforeDigit}`, "giu");
const petitionNumber = new RegExp(`${notAfterDigit}[0-9]{4}-[0-9]{6}${notBeforeDigit}`, "gu");
const digitRun = new RegExp(`[0-9](?:${gap}[0-9])*`, "gu");

/** A citizen id has 13 digits; with one lost by a slip it is still the same secret. */
const leastCitizenIdDigits = 12;
const pinDigits = 6;

/**
 * Says which secret a text seems to hold, or null. Rather one innocent message too many than a secret kept: digits
 * of any script, separators and a slip of one digit are seen through. A service code (PP or EP and ten digits) is
 * none unless it is grouped as laser codes are (3-7-2); neither is a petition's number (2570-000123) nor a phone.
 */
export function secretIn(text: string): SecretKind | null {
  const tidy = text.normalize("NFKC").replace(/\p{Nd}/gu, "0");
  if ((tidy.match(laserCode) ?? []).some((found) => !isServiceCode(found))) return "laser_code";
  const rest = tidy.replace(serviceCode, " # ").replace(petitionNumber, " # ");
  const runs = (rest.match(digitRun) ?? []).map((run) => run.replace(/[^0-9]/g, "").length);
  if (runs.some((length) => length >= leastCitizenIdDigits)) return "citizen_id";
  const groups = (rest.match(/[0-9]+/g) ?? []).map((group) => group.length);
  return [...runs, ...groups].includes(pinDigits) ? "six_digits" : null;
}

function isServiceCode(found: string): boolean {
  const [code] = found.match(serviceCode) ?? [];
  return code === found && !laserGroups.test(found);
}
