const noBreak = "\u00a0";
const wordJoiner = "\u2060";
/** Before a Thai letter that follows another: where a dictionary may see the end of a word. */
const between = /(?<=[\u0e00-\u0e7f])(?=[\u0e01-\u0e30\u0e40-\u0e46])/g;
/** Longer texts are set like any other, or a line of them would stand half empty. */
const mostLetters = 40;

/** A name, a number or a day as one word of a line, wherever its parts could be taken apart; a longer text as it is. */
export function holdTogether(text: string): string {
  if (text.length > mostLetters || text.includes("\n")) return text;
  return text.replaceAll(" ", noBreak).replace(between, wordJoiner);
}

/** A figure and the unit after it stay on one line: "240 ตารางเมตร". */
export function holdUnits(text: string): string {
  return text.replace(
    /(\d) ([\u0e00-\u0e7f]{1,12})(?![\u0e00-\u0e7f])/g,
    (_, digit: string, unit: string) => `${digit}${noBreak}${holdTogether(unit)}`,
  );
}
