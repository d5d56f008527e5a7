import { encode } from "uqr";
import { qrPath, qrSide } from "../../server/visits/qr-drawing.ts";

/** Turns the QR of each licence every 30 seconds, also without network, and leads through several of them. */
const turnMs = 8_000;

const told = document.body.dataset;
const words = JSON.parse(told["words"] ?? "{}") as Readonly<
  Record<"now" | "offline" | "pause" | "play", string>
>;
const stepMs = Number(told["seconds"]) * 1000;
const openedAt = Number(told["now"]);
/** This phone's clock may be wrong; its ticking is not. */
const began = performance.now();
/** The first text was made for the step in which the page was opened. */
const firstStep = Math.floor(openedAt / stepMs);

const sheets = [...document.querySelectorAll<HTMLElement>(".shown-sheet")];
const list = part("shown");
let shownStep = firstStep;
let at = 0;
let isTurning = sheets.length > 1 && !matchMedia("(prefers-reduced-motion: reduce)").matches;

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

function serverTime(): number {
  return openedAt + (performance.now() - began);
}

function tick(): void {
  const clock = new Date(serverTime()).toLocaleTimeString("th-TH", {
    timeZone: "Asia/Bangkok",
    hour12: false,
  });
  const offline = navigator.onLine ? "" : ` · ${words.offline}`;
  part("show-clock").textContent = `${words.now} ${clock}${offline}`;
  const step = Math.floor(serverTime() / stepMs);
  if (step === shownStep) return;
  shownStep = step;
  for (const sheet of sheets) drawSheet(sheet, step - firstStep);
}

function drawSheet(sheet: HTMLElement, ahead: number): void {
  const texts = JSON.parse(sheet.dataset["texts"] ?? "[]") as readonly string[];
  const text = texts[ahead];
  // All of them were shown: only the server makes more.
  if (text === undefined) return navigator.onLine ? location.reload() : undefined;
  const { data } = encode(text, { ecc: "M", border: 0 });
  const side = qrSide(data);
  const drawing = sheet.querySelector("svg");
  drawing?.setAttribute("viewBox", `0 0 ${side} ${side}`);
  drawing?.querySelector("path")?.setAttribute("d", qrPath(data));
}

function turnTo(next: number): void {
  at = (next + sheets.length) % sheets.length;
  const sheet = sheets[at];
  if (sheet) list.scrollTo({ left: sheet.offsetLeft - list.offsetLeft, behavior: "smooth" });
}

function offerMoves(): void {
  if (sheets.length < 2) return;
  part("show-moves").hidden = false;
  const pause = part("show-pause");
  const say = () => (pause.textContent = isTurning ? words.pause : words.play);
  const stop = () => {
    isTurning = false;
    say();
  };
  const move = (by: number) => {
    stop();
    turnTo(at + by);
  };
  part("show-previous").addEventListener("click", () => move(-1));
  part("show-next").addEventListener("click", () => move(1));
  pause.addEventListener("click", () => {
    isTurning = !isTurning;
    say();
  });
  list.addEventListener("pointerdown", stop);
  say();
  setInterval(() => {
    if (isTurning) turnTo(at + 1);
  }, turnMs);
}

/** Keeps the phone awake while it is held out; asked again whenever the page comes back into view. */
function stayAwake(): void {
  const asked: { wakeLock?: { request(kind: "screen"): Promise<unknown> } } = navigator;
  if (!document.hidden) void asked.wakeLock?.request("screen").catch(() => {});
}

document.addEventListener("visibilitychange", stayAwake);
stayAwake();
offerMoves();
tick();
setInterval(tick, 1_000);
