import type { ArrivalLine } from "../../visits/arrival-line.ts";

/**
 * The counter's live list: lines come by server-sent events; where those are cut off (an old proxy), the page asks
 * every three seconds. Sound and numbers are the clerk's choice and are remembered on this machine.
 */
const pollEveryMs = 3_000;
const streamOpensWithinMs = 6_000;

interface Sayings {
  readonly open: string;
  readonly live: string;
  readonly polling: string;
  readonly cut: string;
  readonly columns: readonly string[];
}

const told = document.body.dataset;
const words = JSON.parse(told["words"] ?? "{}") as Sayings;
const table = document.getElementById("arrivals");
const rows = table?.querySelector("tbody");
const state = document.getElementById("arrivals-state");
const sound = remembered("arrivals-sound");
const numbers = remembered("arrivals-numbers");
const shown = new Set<string>();
let position = "";

for (const line of JSON.parse(told["lines"] ?? "[]") as ArrivalLine[]) draw(line);
numbers?.addEventListener("change", showNumbers);
showNumbers();
listen();

function listen(): void {
  const source = new EventSource(`/console/arrivals/stream?position=${encodeURIComponent(position)}`);
  const giveUp = setTimeout(() => {
    source.close();
    poll();
  }, streamOpensWithinMs);
  source.addEventListener("ready", () => {
    clearTimeout(giveUp);
    say(words.live);
  });
  source.addEventListener("message", (event: MessageEvent<string>) => {
    arrive(JSON.parse(event.data) as ArrivalLine);
  });
  source.addEventListener("error", () => say(words.cut));
}

function poll(): void {
  say(words.polling);
  const ask = async () => {
    try {
      const answer = await fetch(`/console/arrivals/after?position=${encodeURIComponent(position)}`);
      for (const line of (await answer.json()) as ArrivalLine[]) arrive(line);
      say(words.polling);
    } catch {
      say(words.cut);
    }
  };
  setInterval(() => void ask(), pollEveryMs);
}

function arrive(line: ArrivalLine): void {
  if (draw(line) && sound?.checked) beep();
}

/** Draws a line on top; false: it stands there already. */
function draw({ position: at, cells, href }: ArrivalLine): boolean {
  if (shown.has(at) || !table || !rows) return false;
  shown.add(at);
  position = at;
  const row = document.createElement("tr");
  row.setAttribute("role", "row");
  cells.forEach((text, index) => row.append(cell(text, index)));
  const link = document.createElement("a");
  link.className = "button secondary";
  link.href = href;
  link.textContent = words.open;
  const last = cell("", cells.length);
  last.append(link);
  row.append(last);
  rows.prepend(row);
  table.hidden = false;
  document.getElementById("arrivals-empty")?.setAttribute("hidden", "");
  return true;
}

function cell(text: string, index: number): HTMLTableCellElement {
  const made = document.createElement("td");
  made.setAttribute("role", "cell");
  made.dataset["title"] = words.columns[index] ?? "";
  made.textContent = text;
  if (index === 0) made.className = "arrival-number";
  return made;
}

function showNumbers(): void {
  table?.classList.toggle("with-numbers", numbers?.checked ?? false);
}

function say(text: string): void {
  if (state && state.textContent !== text) state.textContent = text;
}

/** A checkbox whose choice is kept on this machine. */
function remembered(id: string): HTMLInputElement | null {
  const box = document.getElementById(id);
  if (!(box instanceof HTMLInputElement)) return null;
  box.checked = localStorage.getItem(id) === "1";
  box.addEventListener("change", () => localStorage.setItem(id, box.checked ? "1" : "0"));
  return box;
}

function beep(): void {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 880;
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.addEventListener("ended", () => void audio.close());
}
