/** Words that stand at the heart of leaked passwords, world-wide and in Thailand, and the words of this trade. */
const commonWords = [
  ...["password", "passw", "welcome", "letmein", "changeme", "default", "secret", "administrator", "admin"],
  ...[
    "superman",
    "batman",
    "pokemon",
    "football",
    "baseball",
    "liverpool",
    "manchester",
    "chelsea",
    "arsenal",
  ],
  ...["iloveyou", "loveyou", "princess", "sunshine", "monkey", "dragon", "master", "shadow", "whatever"],
  ...["computer", "internet", "google", "facebook", "android", "samsung", "iphone", "trustno", "starwars"],
  ...["thailand", "bangkok", "sawasdee", "sawatdee", "chiangmai", "phuket", "siam", "rakthai", "lineapp"],
  ...[
    "pratu",
    "authen",
    "hospital",
    "clinic",
    "nurse",
    "doctor",
    "health",
    "nhso",
    "counter",
    "staff",
    "user",
  ],
  ...["login", "test", "guest", "root", "temp", "summer", "winter", "monday", "january", "qazwsx", "zaqxsw"],
  ...["รหัสผ่าน", "โรงพยาบาล", "สวัสดี", "ประตู", "ประเทศไทย", "กรุงเทพ", "ฟหกด", "ๆไำพะ", "ผปแอ"],
];

/** Rows of the two keyboards in use, and what people count: any three or more in a row are one stroke. */
const rows = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "abcdefghijklmnopqrstuvwxyz",
  "ๆไำพะัีรนยบลฃ",
  "ฟหกดเ้่าสวง",
  "ผปแอิืทมใฝ",
  "กขคงจฉชซฌญ",
].flatMap((row) => [row, [...row].reverse().join("")]);

const readAs: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};

const shortestStroke = 3;
const shortestOwnWord = 3;
/** With fewer characters than this besides words and strokes, a password is one of the first that are tried. */
const restNeeded = 5;

/**
 * True for a password that somebody would try early: what is left of it without common words (also with the usual
 * signs for letters), without what is known of the person, without strokes of the keyboard, years and repetitions is
 * shorter than five characters. A rule in place of a copied list: lists of leaked passwords hardly hold any of twelve
 * characters and more, and those they hold are made of these parts.
 */
export function isCommonPassword(password: string, own: readonly string[]): boolean {
  return [...restOf(password.toLowerCase(), [...commonWords, ...ownWords(own)])].length < restNeeded;
}

function ownWords(own: readonly string[]): readonly string[] {
  return own
    .flatMap((text) =>
      text
        .normalize("NFKC")
        .toLowerCase()
        .split(/[\s@._-]+/),
    )
    .filter((word) => [...word].length >= shortestOwnWord);
}

/** What tells this password from others: without words, strokes, years and what is only said again. */
function restOf(text: string, words: readonly string[]): string {
  const unstroked = withoutStrokes(withoutWords(text, words)).replace(/(19|20|24|25)\d\d/g, "");
  return withoutRepeats(unstroked.replace(/[\s._-]/g, ""));
}

/** Takes out the words, the longest first, also where signs stand for letters ("p@ssw0rd"). */
function withoutWords(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  let signs = [...text];
  for (const word of longestFirst) {
    const length = [...word].length;
    for (let at = 0; at + length <= signs.length; at += 1) {
      const piece = signs.slice(at, at + length);
      const spoken = piece.map((sign) => readAs[sign] ?? sign).join("");
      if (piece.join("") === word || spoken === word) signs = signs.toSpliced(at--, length);
    }
  }
  return signs.join("");
}

function withoutStrokes(text: string): string {
  const signs = [...text];
  let rest = "";
  for (let at = 0; at < signs.length;) {
    const length = strokeAt(signs, at);
    if (length < shortestStroke) rest += signs[at] ?? "";
    at += length < shortestStroke ? 1 : length;
  }
  return rest;
}

function strokeAt(signs: readonly string[], at: number): number {
  let longest = 1;
  for (let end = at + shortestStroke; end <= signs.length; end += 1) {
    const piece = signs.slice(at, end).join("");
    if (!rows.some((row) => row.includes(piece))) break;
    longest = end - at;
  }
  return longest;
}

/** A unit said again counts once: "abzabzabz" is "abz". */
function withoutRepeats(text: string): string {
  return text.replace(/(.+?)\1+/gu, "$1");
}
