/** Judgements of the page for getting ready, without a browser around them. */
export type Tone = "done" | "waiting" | "refused";

/** What the page's script may say of a check; the sentences come from the words. */
export const sayings = [
  "looking",
  "agentRuns",
  "agentGone",
  "agentBlocked",
  "agentStrange",
  "readers",
  "readerNone",
  "readerUnknown",
  "browserGood",
  "browserOld",
  "browserOther",
  "screenGood",
  "screenNarrow",
  "clockGood",
  "clockWrong",
  "networkGood",
  "networkSlow",
  "networkGone",
  "reading",
  "readDone",
  "readNoAgent",
  "readNoReader",
  "readNoCard",
  "readStrange",
] as const;
export type Say = (typeof sayings)[number];

/** What is said of a check: which sentence, what stands in its gaps. */
export interface Finding<S extends Say = Say> {
  readonly tone: Tone;
  readonly say: S;
  readonly gaps?: Readonly<Record<string, string | number>>;
}

const oldestChrome = 109;
const narrowestScreen = 1_280;
const longestSkewMs = 2 * 60_000;
const slowestAnswerMs = 1_500;

/** Chrome or Edge from 109 on, the last that Windows 7 has; told by the user agent. */
export function judgeBrowser(userAgent: string): Finding<"browserGood" | "browserOld" | "browserOther"> {
  const version = Number(/(?:Chrome|Chromium)\/(\d+)/.exec(userAgent)?.[1] ?? 0);
  if (version === 0) return { tone: "refused", say: "browserOther" };
  const gaps = { version };
  return version >= oldestChrome
    ? { tone: "done", say: "browserGood", gaps }
    : { tone: "refused", say: "browserOld", gaps };
}

/** Tables of the console are made for 1,280 pixels. */
export function judgeScreen(width: number): Finding<"screenGood" | "screenNarrow"> {
  const gaps = { width };
  return width >= narrowestScreen
    ? { tone: "done", say: "screenGood", gaps }
    : { tone: "waiting", say: "screenNarrow", gaps };
}

/** When the question left and its answer came by this computer's clock, and the server's clock between the two. */
export interface ClockAnswer {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverNow: number;
}

/** At most two minutes from the server's clock; how long the answer took is not held against it. */
export function judgeClock({
  askedAt,
  answeredAt,
  serverNow,
}: ClockAnswer): Finding<"clockGood" | "clockWrong"> {
  const off = serverNow < askedAt ? askedAt - serverNow : Math.max(0, serverNow - answeredAt);
  return off <= longestSkewMs
    ? { tone: "done", say: "clockGood" }
    : { tone: "refused", say: "clockWrong", gaps: { minutes: Math.round(off / 60_000) } };
}

/** How long the system took to answer. */
export function judgeNetwork(milliseconds: number): Finding<"networkGood" | "networkSlow"> {
  const gaps = { milliseconds: Math.round(milliseconds) };
  return milliseconds <= slowestAnswerMs
    ? { tone: "done", say: "networkGood", gaps }
    : { tone: "waiting", say: "networkSlow", gaps };
}

/** A sentence with its gaps filled. */
export function fill(sentence: string, gaps: Finding["gaps"] = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(gaps[name] ?? whole));
}
