import { openCamera, type Camera, type CameraRefusal } from "./scanner/camera.ts";
import { makeJudge } from "./scanner/judge.ts";
import { isInLine, openLineScan } from "./scanner/line-scanner.ts";
import { openReader } from "./scanner/open-reader.ts";
import type { QrReader } from "./scanner/reader.ts";
import { findScanPage, say } from "./scanner/scan-page.ts";
import { watch } from "./scanner/watch.ts";

/** The rungs above the typed code, which needs no script: camera, LINE's scanner, a picture from the album. */
const page = findScanPage();
const { words } = page;
const judge = makeJudge(page);

let reader: Promise<QrReader | null> | null = null;
let running: { readonly camera: Camera; readonly end: AbortController } | null = null;

/** Loaded when the scanner opens or a picture was chosen, and once; null when there is no network for it. */
function theReader(): Promise<QrReader | null> {
  reader ??= openReader(page).catch(() => {
    reader = null;
    return null;
  });
  return reader;
}

async function open(): Promise<void> {
  page.open.disabled = true;
  say(page, words.opening);
  const [camera, found] = await Promise.all([openCamera(), theReader()]);
  page.open.disabled = false;
  if (typeof camera === "string") return fall(camera);
  if (!found) {
    camera.stop();
    return say(page, words.offlineTitle, words.offlineNext, "refused");
  }
  const end = new AbortController();
  running = { camera, end };
  showView(true);
  page.video.srcObject = camera.stream;
  await page.video.play().catch(() => {});
  say(page, words.looking);
  showTorch(camera);
  await watch(
    page.video,
    found,
    () => end.signal.aborted,
    (texts) => {
      void judge(texts).then((left) => left && page.video.pause());
    },
  );
}

function close(): void {
  running?.end.abort();
  running?.camera.stop();
  running = null;
  page.video.srcObject = null;
  showView(false);
  say(page, "");
}

/** The camera does not open: say why, and lead to the next rungs, which stand below already. */
function fall(why: CameraRefusal): void {
  const said = {
    refused: [words.refusedTitle, words.refusedNext],
    missing: [words.missingTitle, words.missingNext],
    busy: [words.busyTitle, words.busyNext],
  } satisfies Record<CameraRefusal, readonly [string, string]>;
  const [title, next] = said[why];
  say(page, title, next, "refused");
}

function showView(isOpen: boolean): void {
  page.view.hidden = !isOpen;
  page.explain.hidden = isOpen;
}

function showTorch({ torch }: Camera): void {
  page.torch.hidden = torch === null;
  page.torch.setAttribute("aria-pressed", "false");
  page.torch.onclick = () => {
    const on = page.torch.getAttribute("aria-pressed") !== "true";
    void torch?.(on).then(() => page.torch.setAttribute("aria-pressed", String(on)));
  };
}

async function readChosen(): Promise<void> {
  const file = page.picture.files?.[0];
  if (!file) return;
  say(page, words.checking);
  const [{ readFile }, found] = await Promise.all([import("./scanner/album.ts"), theReader()]);
  const texts = found ? await readFile(file, found).catch(() => []) : null;
  if (texts === null) say(page, words.offlineTitle, words.offlineNext, "refused");
  else if (texts.length > 0) await judge(texts);
  else say(page, words.nothingFoundTitle, words.nothingFoundNext, "refused");
  page.picture.value = "";
}

async function scanWithLine(): Promise<void> {
  const scan = await openLineScan(page.liffId).catch(() => null);
  if (!scan) {
    page.line.hidden = true;
    return say(page, words.missingTitle, words.missingNext, "refused");
  }
  const text = await scan();
  if (text !== null) await judge([text]);
}

for (const part of [page.open, page.album]) part.classList.remove("awaits-script");
page.line.hidden = !isInLine() || page.liffId === "";
page.open.addEventListener("click", () => void open());
page.close.addEventListener("click", close);
page.line.addEventListener("click", () => void scanWithLine());
page.picture.addEventListener("change", () => void readChosen());
document.addEventListener("visibilitychange", () => {
  if (document.hidden && running) close();
});
addEventListener("pagehide", close);
