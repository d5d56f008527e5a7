/**
 * A page about work that takes its time: begins it once where a form asks for that, shows how far it is, and comes
 * again when it is over. Without script the page has a link that does the same.
 */
const pollEveryMs = 1_000;
const stillnessMs = 5_000;

interface Progress {
  readonly done: number;
  readonly total: number;
  readonly said: string;
  readonly isOver: boolean;
}

const source = document.body.dataset["progress"] ?? "";
const bar = document.getElementById("progress") as HTMLProgressElement | null;
const said = document.getElementById("progress-said");

async function poll(): Promise<void> {
  let wait = pollEveryMs;
  try {
    const response = await fetch(source);
    if (!response.ok) return location.reload();
    const progress = (await response.json()) as Progress;
    if (progress.isOver) return location.reload();
    if (bar) [bar.max, bar.value] = [Math.max(progress.total, 1), progress.done];
    if (said) said.textContent = progress.said;
  } catch {
    wait = stillnessMs;
  }
  setTimeout(() => void poll(), wait);
}

document.querySelector<HTMLFormElement>("form[data-begin]")?.requestSubmit();
setTimeout(() => void poll(), pollEveryMs);
