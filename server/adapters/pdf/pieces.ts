/** A stretch of a line that is broken only when it is longer than a line, and the spaces after it. */
export interface Word {
  readonly pieces: readonly string[];
  /** They vanish at the end of a line. */
  readonly spaces: string;
}

const thaiWords = new Intl.Segmenter("th", { granularity: "word" });
const letters = new Intl.Segmenter("th", { granularity: "grapheme" });

const runs = /[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+/g;
const thai = /^[\u0e00-\u0e7f]/;
/** What may not begin a line, and what may not end one. */
const clings = /^(?:[\u00a0\u2060)\]}”’»!?%,.:;/…\-–]|[ๆฯะาำๅ]|\p{M})/u;
const opens = /[\u00a0\u2060([{“‘«/\-–]$/;
/** Word joiners and the like: they hold, and show nothing. */
const undrawn = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The words of one line of a text, in their order. Breaks stand at spaces and between Thai words. */
export function wordsOf(line: string): Word[] {
  const parts = line.split(/([ \t\u200b]+)/);
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) return [];
    const spaces = (parts[at + 1] ?? "").replaceAll("\u200b", "").replaceAll("\t", " ");
    const words = unbrokenParts(part).map((word) => ({ pieces: piecesOf(word), spaces: "" }));
    return [...words.slice(0, -1), { ...(words.at(-1) ?? { pieces: [] }), spaces }];
  });
}

/** A text without spaces that break, cut where a line may break. */
function unbrokenParts(text: string): string[] {
  const parts = (text.match(runs) ?? []).flatMap((run) =>
    thai.test(run) ? [...thaiWords.segment(run)].map(({ segment }) => segment) : [run],
  );
  const words: string[] = [];
  for (const part of parts) {
    const before = words.at(-1);
    const isHeld = before !== undefined && (clings.test(part) || opens.test(before));
    if (isHeld) words[words.length - 1] = before + part;
    else words.push(part);
  }
  return words;
}

/** A Thai letter and what stands above, below or, as part of it, behind it: one grapheme (UAX #29). */
const thaiLetters = /.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*/g;

/** What is shaped together: each Thai letter with its marks, other letters in runs. */
function piecesOf(word: string): string[] {
  return (word.replace(undrawn, "").match(runs) ?? []).flatMap((run) =>
    thai.test(run) ? (run.match(thaiLetters) ?? []) : [run],
  );
}

/** The letters of a piece that is longer than a line. */
export function lettersOf(piece: string): string[] {
  return [...letters.segment(piece)].map(({ segment }) => segment);
}
