/** Where the packed bytes of an object stream begin, and whether they can be looked into (ISO 32000-2, 7.5.7). */
export interface ObjectStream {
  readonly begin: number;
  readonly isPacked: boolean;
  /** Packed otherwise than once by Flate, or kept elsewhere: nobody could look into it. */
  readonly isOdd: boolean;
}

const blank = /[\0\t\n\f\r ]/;
const delimiter = /[()<>[\]{}/%\0\t\n\f\r ]/;
const streamWord = /stream[ \t]*(?:\r\n|\n|\r)/y;
/** Dictionaries do not lie in each other's text: reading them all reads the file about once, or somebody wants us to. */
const mostReadings = 4;

/**
 * Every object stream of a PDF, sought from each word "obj" on, wherever it stands: a reader is led to any place by the
 * table at the end, into strings and comments too. What has the keys N and First is one, whatever it says of its type.
 * The last is odd where there is more to read than any paper holds.
 */
export function* objectStreams(text: string): Generator<ObjectStream> {
  let left = mostReadings * text.length;
  for (const { index } of text.matchAll(/(?<!end)obj/g)) {
    const open = skipBlanks(text, index + 3);
    if (!text.startsWith("<<", open)) continue;
    const dictionary = readDictionary(text, open + 2);
    left -= dictionary.end - index;
    if (left < 0) {
      yield { begin: index, isPacked: false, isOdd: true };
      return;
    }
    streamWord.lastIndex = skipBlanks(text, dictionary.end);
    const word = streamWord.exec(text);
    if (!word || !isObjectStream(dictionary)) continue;
    const begin = word.index + word[0].length;
    const packing = packingOf(dictionary.entries);
    yield { begin, isPacked: packing === "flate", isOdd: packing === "odd" };
  }
}

interface Dictionary {
  /** The tokens of each value, by key. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  readonly end: number;
}

function isObjectStream({ entries }: Dictionary): boolean {
  return (entries.has("/N") && entries.has("/First")) || entries.get("/Type")?.[0] === "/ObjStm";
}

function packingOf(entries: Dictionary["entries"]): "none" | "flate" | "odd" {
  const isElsewhere = ["/F", "/FFilter", "/DecodeParms", "/DP"].some((key) => entries.has(key));
  const filter = (entries.get("/Filter") ?? []).join(" ");
  if (isElsewhere) return "odd";
  if (filter === "" || filter === "[ ]" || filter === "null") return "none";
  return /^(?:\/FlateDecode|\/Fl|\[ (?:\/FlateDecode|\/Fl) \])$/.test(filter) ? "flate" : "odd";
}

/** Reads a dictionary from behind its "<<"; keys that stand twice keep what was read of both. */
function readDictionary(text: string, from: number): Dictionary {
  const entries = new Map<string, string[]>();
  let [at, depth, value] = [from, 0, [] as string[]];
  let isKey = true;
  while (at < text.length) {
    at = skipBlanks(text, at);
    const token = tokenAt(text, at);
    if (token === "") break;
    at += token.length;
    if (depth === 0 && token === ">>") return { entries, end: at };
    if (depth === 0 && isKey) {
      value = entries.get(nameOf(token)) ?? [];
      entries.set(nameOf(token), value);
      isKey = false;
      continue;
    }
    depth += depthOf(token);
    value.push(token.startsWith("/") ? nameOf(token) : token);
    isKey = depth === 0 && !isReference(text, at, token);
  }
  return { entries, end: at };
}

function depthOf(token: string): number {
  if (token === "<<" || token === "[") return 1;
  return token === ">>" || token === "]" ? -1 : 0;
}

/** "9 0 R" is one value of three tokens: true while more of it follows. */
function isReference(text: string, at: number, token: string): boolean {
  if (!/^\d+$/.test(token)) return false;
  const next = tokenAt(text, skipBlanks(text, at));
  return next === "R" || (/^\d+$/.test(next) && tokenAfter(text, at, next) === "R");
}

function tokenAfter(text: string, at: number, token: string): string {
  return tokenAt(text, skipBlanks(text, skipBlanks(text, at) + token.length));
}

/** A name with its "#" and two digits as the letters they stand for. */
function nameOf(token: string): string {
  return token.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The token that begins there, as it is written; "": the end. */
function tokenAt(text: string, at: number): string {
  const two = text.slice(at, at + 2);
  if (two === "<<" || two === ">>") return two;
  const first = text[at] ?? "";
  if (first === "(") return text.slice(at, endOfString(text, at));
  if (first === "<") return text.slice(at, text.indexOf(">", at) + 1 || text.length);
  let end = at + 1;
  if (first === "" || (first !== "/" && delimiter.test(first))) return first;
  while (end < text.length && !delimiter.test(text[end] ?? "")) end += 1;
  return text.slice(at, end);
}

function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += 1;
    else if (sign === "(") depth += 1;
    else if (sign === ")" && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "%") while (at + 1 < text.length && !/[\r\n]/.test(text[at + 1] ?? "")) at += 1;
    else if (!blank.test(sign)) break;
  }
  return at;
}
