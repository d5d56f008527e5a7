/**
 * The phone's list of what waits (`data-watch`, `data-state` on the body): looks every two seconds and shows the page
 * anew when something came or went. Says so when the server cannot be reached. Stops while nobody looks, and after
 * fifteen minutes.
 */
const everyMs = 2_000;
const looksAtMost = 450;
const { watch, state } = document.body.dataset;

let looks = 0;

async function look(): Promise<void> {
  if (!watch || document.hidden || looks >= looksAtMost) return;
  looks += 1;
  const answer = await fetch(watch, { headers: { accept: "application/json" } }).catch(() => null);
  const offline = document.querySelector<HTMLElement>('[data-when="offline"]');
  if (offline) offline.hidden = answer !== null;
  if (!answer?.ok || answer.redirected) return;
  const seen = (await answer.json().catch(() => null)) as { state?: string } | null;
  if (seen?.state !== undefined && seen.state !== state) location.replace(location.pathname);
}

setInterval(() => void look(), everyMs);
document.addEventListener("visibilitychange", () => void look());

export {};
