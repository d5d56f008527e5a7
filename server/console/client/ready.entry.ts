import {
  listReaders,
  readChip,
  type CardAgentAnswer,
  type CardAgentRefusal,
  type Reader,
} from "./card-agent.ts";
import {
  fill,
  judgeBrowser,
  judgeClock,
  judgeNetwork,
  judgeScreen,
  type Finding,
  type Say,
  type Tone,
} from "./ready/checks.ts";

/**
 * The page for getting ready: looks again every five seconds while it is seen, so that starting the card program turns
 * its line green. Nothing a test reading tells leaves the page.
 */
interface Words {
  readonly say: Readonly<Record<Say, string>>;
  readonly word: Readonly<Record<Tone, string>>;
}

const lookEveryMs = 5_000;
const answerMs = 8_000;

const { dataset } = document.body;
const words = JSON.parse(dataset["words"] ?? "{}") as Words;

function tell(id: string, { tone, say, gaps }: Finding): void {
  const line = document.getElementById(`ready-${id}`);
  const text = `${words.word[tone]}: ${fill(words.say[say], gaps)}`;
  if (!line || line.textContent === text) return;
  line.textContent = text;
  line.className = `ready-state ${tone}`;
}

async function lookAtAgent(): Promise<void> {
  const found = await listReaders();
  if (found.ok || found.refusal === "no_reader") {
    tell("agent", { tone: "done", say: "agentRuns" });
    tell("reader", found.ok ? readersFound(found.value) : { tone: "refused", say: "readerNone" });
    return;
  }
  tell("agent", { tone: "refused", say: agentSaid[found.refusal] });
  tell("reader", { tone: "waiting", say: "readerUnknown" });
}

const agentSaid: Record<Exclude<CardAgentRefusal, "no_reader">, Say> = {
  no_agent: "agentGone",
  timeout: "agentGone",
  blocked: "agentBlocked",
  no_card: "agentStrange",
  bad_answer: "agentStrange",
};

function readersFound(readers: readonly Reader[]): Finding {
  return { tone: "done", say: "readers", gaps: { names: readers.map(({ name }) => name).join(", ") } };
}

async function lookAtServer(): Promise<void> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), answerMs);
  const [askedAt, began] = [Date.now(), performance.now()];
  try {
    const response = await fetch(dataset["source"] ?? "", { signal: stop.signal, cache: "no-store" });
    if (response.status === 401) return location.reload();
    if (!response.ok) throw new Error(String(response.status));
    const { now } = (await response.json()) as { now: number };
    tell("network", judgeNetwork(performance.now() - began));
    tell("clock", judgeClock({ askedAt, answeredAt: Date.now(), serverNow: now }));
  } catch {
    tell("network", { tone: "refused", say: "networkGone" });
  } finally {
    clearTimeout(timer);
  }
}

async function look(): Promise<void> {
  if (!document.hidden) await Promise.all([lookAtAgent(), lookAtServer()]);
  setTimeout(() => void look(), lookEveryMs);
}

const sayOf: Record<CardAgentRefusal, Say> = {
  no_agent: "readNoAgent",
  blocked: "agentBlocked",
  no_reader: "readNoReader",
  no_card: "readNoCard",
  bad_answer: "readStrange",
  timeout: "readStrange",
};

function chipTold(answer: CardAgentAnswer<Readonly<Record<string, string>>>): Finding {
  if (!answer.ok) return { tone: "refused", say: sayOf[answer.refusal] };
  return { tone: "done", say: "readDone", gaps: { last: (answer.value["pid"] ?? "").slice(-4) } };
}

function offerTest(): void {
  const button = document.getElementById("ready-read");
  if (!(button instanceof HTMLButtonElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    tell("test", { tone: "waiting", say: "reading" });
    void readChip().then((answer) => {
      tell("test", chipTold(answer));
      button.disabled = false;
    });
  });
}

/** The tick is this person's on this computer: it says nothing to anybody else, so it is kept nowhere else. */
function keepTick(): void {
  const box = document.getElementById("ready-pin");
  const key = `ready.pin.${dataset["staff"] ?? ""}`;
  if (!(box instanceof HTMLInputElement)) return;
  box.disabled = false;
  try {
    box.checked = localStorage.getItem(key) === "1";
    box.addEventListener("change", () => localStorage.setItem(key, box.checked ? "1" : "0"));
  } catch {
    // A browser that keeps nothing: the tick lasts as long as the page.
  }
}

tell("browser", judgeBrowser(navigator.userAgent));
tell("screen", judgeScreen(screen.width));
offerTest();
keepTick();
void look();
