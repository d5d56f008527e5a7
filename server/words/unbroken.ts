const noBreak = "\u00a0";
const wordJoiner = "\u2060";

/**
 * Keeps what belongs together on one line: spaces do not break, nor do hyphens in codes and numbers. For dates, codes
 * and names inside a sentence; what is copied from it reads the same to every field of ours.
 */
export function unbroken(text: string): string {
  return text.replaceAll(" ", noBreak).replaceAll("-", `-${wordJoiner}`);
}

/** A word that a browser's dictionary takes apart though nobody reads it so: its parts, kept together. */
export function whole(...parts: readonly string[]): string {
  return parts.join(wordJoiner);
}

/** Letters of a title that fit on a line of paper. */
const longestWhole = 48;

/** A title for paper, whose words a dictionary may take apart where nobody reads them so: each is kept whole, while it fits on a line. */
export function titleWhole(text: string): string {
  return text
    .split(" ")
    .map((word) => (word.length > longestWhole ? word : [...word].join(wordJoiner)))
    .join(" ");
}
