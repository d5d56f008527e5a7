/**
 * Watches what a phone does (`data-watch`, `data-state` on the body): shows `data-page` anew when it changed, or sends the
 * form `data-enter` once the phone has signed. An answer from elsewhere means that the session is over: the page leads to
 * the way in. Without this script the page says the same by "ตรวจสอบ". Stops while nobody looks, and after twelve minutes:
 * a QR lives ten.
 */
const everyMs = 500;
const looksAtMost = 1_440;
const { watch, state, page } = document.body.dataset;

let looks = 0;
let isLooking = false;
let isOver = false;

async function look(): Promise<void> {
  if (!watch || document.hidden || isLooking || isOver || looks >= looksAtMost) return;
  looks += 1;
  isLooking = true;
  const answer = await fetch(watch, { headers: { accept: "application/json" } }).catch(() => null);
  const seen = answer?.redirected ? "out" : answer?.ok ? await read(answer) : null;
  isLooking = false;
  if (seen === null || seen === state) return;
  isOver = true;
  const enter = document.querySelector<HTMLFormElement>("form[data-enter]");
  if (seen === "signed" && enter) enter.submit();
  else location.replace(page ?? location.href);
}

async function read(answer: Response): Promise<string | null> {
  const seen = (await answer.json().catch(() => null)) as { state?: string } | null;
  return seen?.state ?? null;
}

setInterval(() => void look(), everyMs);
document.addEventListener("visibilitychange", () => void look());

export {};
