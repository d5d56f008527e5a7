import { encode } from "uqr";
import { qrPath, qrSide } from "../../visits/qr-drawing.ts";
import { minutesAhead, stepAt, type ScreenArrival, type ScreenState } from "../../visits/screen-state.ts";
import { stepSeconds } from "../../visits/screen-step.ts";

/** Turns the QR every 30 seconds for a whole day, shows who has come, and says at once when the network is gone. */
const pollEveryMs = 3_000;
const pollGivesUpMs = 4_000;

interface Told {
  readonly changesIn: string;
  readonly seconds: string;
  readonly nobody: string;
  readonly offlineTitle: string;
  readonly offlineStill: string;
  readonly offlineOver: string;
}

const told = document.body.dataset;
const words = JSON.parse(told["words"] ?? "{}") as Told;
const source = told["source"] ?? "";

let state = JSON.parse(told["state"] ?? "{}") as ScreenState;
/** When `state.now` was true by this machine's own steady clock. */
let receivedAt = performance.now();
let shownText = "";
let isOnline = true;
let shownCodes = new Set(state.latest.map(({ code }) => code));

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the screen has no ${id}`);
  return found;
}

/** The server's time now: this machine's clock may be wrong, its ticking is not. */
function serverNow(): number {
  return state.now + (performance.now() - receivedAt);
}

function tick(): void {
  const now = stepAt(state.steps, serverNow(), stepSeconds);
  part("screen").classList.toggle("is-over", now === null);
  showNetwork();
  const left = now?.secondsLeft ?? 0;
  (part("screen-remaining") as HTMLProgressElement).value = left;
  part("screen-seconds").textContent = now ? `${words.changesIn} ${left} ${words.seconds}` : "";
  if (now && now.step.text !== shownText) {
    shownText = now.step.text;
    drawQr(now.step.text);
    showGroups(now.step.shortCode);
  }
}

function drawQr(text: string): void {
  const { data } = encode(text, { ecc: "M", border: 0 });
  const side = qrSide(data);
  const drawing = part("screen-qr").querySelector("svg");
  drawing?.setAttribute("viewBox", `0 0 ${side} ${side}`);
  drawing?.querySelector("path")?.setAttribute("d", qrPath(data));
}

function showGroups(groups: readonly string[]): void {
  part("screen-code").replaceChildren(...groups.map((group) => made("span", group)));
}

function showNetwork(): void {
  if (!navigator.onLine) isOnline = false;
  const banner = part("screen-offline");
  const minutes = minutesAhead(state.steps, serverNow(), stepSeconds);
  const next = minutes > 0 ? words.offlineStill.replace("{minutes}", String(minutes)) : words.offlineOver;
  const text = isOnline ? "" : `${words.offlineTitle} ${next}`;
  if (banner.textContent === text) return;
  banner.textContent = text;
  banner.hidden = isOnline;
  banner.classList.toggle("over", minutes === 0);
}

function showArrivals(): void {
  part("screen-count").textContent = String(state.count);
  const rows = state.latest.map(rowOf);
  part("screen-latest").replaceChildren(...(rows.length > 0 ? rows : [made("li", words.nobody)]));
  shownCodes = new Set(state.latest.map(({ code }) => code));
}

function rowOf({ code, time, name, isCancelled }: ScreenArrival): HTMLElement {
  const row = made("li");
  row.append(made("span", `${time} ${name}`), made("span", code));
  row.className = isCancelled ? "is-cancelled" : shownCodes.has(code) ? "" : "is-new";
  return row;
}

function made(tag: string, text = ""): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text });
}

async function poll(): Promise<void> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), pollGivesUpMs);
  try {
    const response = await fetch(source, { signal: giveUp.signal });
    if (response.status === 401 || response.status === 404) return location.reload();
    if (!response.ok) throw new Error(String(response.status));
    state = (await response.json()) as ScreenState;
    receivedAt = performance.now();
    isOnline = true;
    showArrivals();
  } catch {
    isOnline = false;
  } finally {
    clearTimeout(timer);
    tick();
    setTimeout(() => void poll(), pollEveryMs);
  }
}

/** Keeps a tablet awake; asked again whenever the page comes back into view. */
function stayAwake(): void {
  const asked: { wakeLock?: { request(kind: "screen"): Promise<unknown> } } = navigator;
  if (!document.hidden) void asked.wakeLock?.request("screen").catch(() => {});
}

function offerFullScreen(): void {
  const button = part("screen-full");
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", () => void document.documentElement.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    button.hidden = document.fullscreenElement !== null;
  });
}

addEventListener("offline", () => {
  isOnline = false;
  tick();
});
document.addEventListener("visibilitychange", stayAwake);
stayAwake();
offerFullScreen();
tick();
setInterval(tick, 250);
setTimeout(() => void poll(), pollEveryMs);
