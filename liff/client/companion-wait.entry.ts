/**
 * Watches a question that waits for an answer (`data-watch`, `data-state` on the body) and shows `data-page` when it was
 * given elsewhere. Without this script the page says the same by "ตรวจดูคำตอบ". Stops while nobody looks and after ten
 * minutes, so that a page left open does not keep a session unlocked.
 */
const everyMs = 4_000;
const looksAtMost = 150;
const { watch, state, page } = document.body.dataset;

let looks = 0;

async function look(): Promise<void> {
  if (!watch || document.hidden || looks >= looksAtMost) return;
  looks += 1;
  const answer = await fetch(watch, { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const seen = (await answer.json().catch(() => null)) as { state?: string } | null;
  if (seen?.state !== undefined && seen.state !== state) location.replace(page ?? location.href);
}

setInterval(() => void look(), everyMs);
document.addEventListener("visibilitychange", () => void look());

export {};
