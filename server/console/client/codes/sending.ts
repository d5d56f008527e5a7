import { bangkokDay, formatMoment } from "../../../kernel/thai-date.ts";
import { verdictOf, type Verdict } from "../../../visits/code-verdict.ts";
import { serviceCodeStatuses } from "../../../visits/service-code.ts";
import { ask, type Said } from "./ask.ts";
import { drawMarks } from "./draw.ts";
import { dropOldMarks, listMarks, putMark, type Mark } from "./marks.ts";
import { desk, say } from "./page.ts";

/** While something waits, the network is tried again so often. */
const againMs = 15_000;
const { words } = desk;

let kept = 0;
let sending: Promise<void> | null = null;
let waiting: ReturnType<typeof setTimeout> | undefined;
const answered = new Map<string, Verdict>();

/** How many of one's own wait to be sent. */
export function countKept(): number {
  return kept;
}

/** Draws the list of marks as it stands in the browser, without those of earlier days that were answered. */
export async function showKept(): Promise<void> {
  await dropOldMarks(bangkokDay(new Date()));
  await draw();
}

async function draw(): Promise<void> {
  const marks = await listMarks();
  kept = marks.filter(({ by, state }) => by === desk.staff && state === "kept").length;
  drawMarks(marks);
}

/** Keeps a mark before anything is sent. Answers when it was made before, or null: it is new. */
export async function keep(mark: Omit<Mark, "by" | "state" | "why">): Promise<string | null> {
  const before = (await listMarks()).find(({ by, code }) => by === desk.staff && code === mark.code);
  if (before && before.state !== "refused") return formatMoment(new Date(before.markedAt), desk.language);
  await putMark({ ...mark, by: desk.staff, state: "kept", why: "" });
  await draw();
  return null;
}

/** Sends what waits, one at a time; what is to be said of `code`, or null: it still waits. */
export async function sendKept(code: string | null): Promise<Verdict | null> {
  sending ??= sendAll().finally(() => (sending = null));
  await sending;
  return code === null ? null : (answered.get(code) ?? null);
}

async function sendAll(): Promise<void> {
  clearTimeout(waiting);
  for (;;) {
    const next = (await listMarks()).find(({ by, state }) => by === desk.staff && state === "kept");
    if (!next) break;
    const said = await ask("marks", next.text);
    if (said.kind === "signed_out") return say("network", words.signedOut, "refused");
    if (said.kind === "unreachable") {
      waiting = setTimeout(() => void sendKept(null), againMs);
      break;
    }
    await settle(next, said);
  }
  await draw();
}

async function settle(mark: Mark, said: Extract<Said, { kind: "answer" | "refused" }>): Promise<void> {
  if (said.kind === "answer") {
    const byOther = said.value["byOther"] === true;
    const [title = "", next = ""] = words.done[byOther ? "was_used" : "used"];
    answered.set(mark.code, { tone: byOther ? "waiting" : "done", title, next, mayMark: false });
    await putMark({ ...mark, state: byOther ? "was_used" : "sent" });
    return draw();
  }
  const verdict = refusalOf(said.value);
  answered.set(mark.code, verdict);
  await putMark({ ...mark, state: "refused", why: verdict.title });
  await draw();
}

function refusalOf(value: Readonly<Record<string, unknown>>): Verdict {
  const status = serviceCodeStatuses.find((known) => known === value["status"]);
  const finding = status
    ? ({ kind: "found", status, usedAt: null } as const)
    : ({ kind: value["kind"] === "code_not_found" ? "code_not_found" : "code_token_forged" } as const);
  return { ...verdictOf(finding, words.verdict, desk.language), tone: "refused" };
}
