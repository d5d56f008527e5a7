const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const clockHalves = ["012", "123", "234", "345", "456", "567", "678", "789", "890"];
const keypadLines = ["147", "258", "369", "159", "357"];
const sameHalves = [..."0123456789"].map((digit) => digit.repeat(3));

/** Three digits that a finger draws as one stroke: a count, a line of the keypad, one key thrice; either way. */
const strokes = new Set(
  [...clockHalves, ...keypadLines].flatMap((line) => [line, reversed(line)]).concat(sameHalves),
);

/** The keys beside, above and below each key of a telephone's keypad. */
const besideKey: Readonly<Record<string, string>> = {
  "1": "24",
  "2": "135",
  "3": "26",
  "4": "157",
  "5": "2468",
  "6": "359",
  "7": "48",
  "8": "5790",
  "9": "68",
  "0": "8",
};

/**
 * True for the tenth of all six-digit PINs that people choose most. No copied list: the studies of chosen PINs (Wang
 * et al.; Markert et al., "This PIN Can Be Easily Guessed") agree on what people do, and that about 10 % of the space
 * is the useful size of a blocklist: dates with two- and four-digit years in both eras, few different digits, repeats and
 * mirrors, strokes and walks on the keypad. The size is asserted by a test.
 */
export function isCommonPin(pin: string): boolean {
  return isDate(pin) || hasYear(pin) || hasFewDigits(pin) || isPattern(pin) || isKeypad(pin);
}

/** Day, month, year of two digits, as Thais write it, or turned round. */
function isDate(pin: string): boolean {
  return isDay(pin.slice(0, 2), pin.slice(2, 4)) || isDay(pin.slice(4), pin.slice(2, 4));
}

/** A year people were born in, either era, with a day or month, or with day and month of one digit. */
function hasYear(pin: string): boolean {
  const rest = isYear(pin.slice(0, 4)) ? pin.slice(4) : isYear(pin.slice(2)) ? pin.slice(0, 2) : null;
  return rest !== null && (Number(rest) <= 31 || !rest.includes("0"));
}

/** At most two different digits, or one digit four times in a row. */
function hasFewDigits(pin: string): boolean {
  return new Set(pin).size <= 2 || /(\d)\1{3}/.test(pin);
}

/** The same half twice, a mirror, or three pairs. */
function isPattern(pin: string): boolean {
  return /^(\d{3})\1$/.test(pin) || pin === reversed(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin);
}

/** Two strokes, or a walk from key to neighbouring key. */
function isKeypad(pin: string): boolean {
  if (strokes.has(pin.slice(0, 3)) && strokes.has(pin.slice(3))) return true;
  return [...pin].every((key, at) => at === 0 || (besideKey[key] ?? "").includes(pin.charAt(at - 1)));
}

function isDay(day: string, month: string): boolean {
  const number = Number(day);
  return number >= 1 && number <= (daysIn[Number(month) - 1] ?? 0);
}

function isYear(text: string): boolean {
  const year = Number(text);
  return (year >= 1930 && year <= 2029) || (year >= 2473 && year <= 2572);
}

function reversed(text: string): string {
  return [...text].reverse().join("");
}
