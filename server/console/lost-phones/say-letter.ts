import type { LetterStanding } from "../../credentials/lost-phone.ts";
import type { Tone } from "../../http/page/status-tag.tsx";
import type { Language } from "../../kernel/language.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { Words } from "../../words/words.ts";

/** How the letter about a lost phone stands, in words. */
export function sayLetter(words: Words, letter: LetterStanding, language: Language): string {
  const { lost } = words.credentials;
  if (letter.kind === "sent") return lost.letterSent(letter.number, formatDay(letter.dated, language));
  const due = formatDay(letter.dueDay, language);
  const { daysLeft } = letter;
  return letter.isLate ? lost.letterLate(Math.abs(daysLeft), due) : lost.letterWaiting(daysLeft, due);
}

/** Its colour: green once sent, red once late. */
export function letterTone(letter: LetterStanding): Tone {
  if (letter.kind === "sent") return "done";
  return letter.isLate ? "refused" : "waiting";
}
