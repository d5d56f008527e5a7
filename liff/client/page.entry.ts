import { keepWordsWhole } from "./whole-words.ts";

/**
 * Every page: a form that was sent is not sent again by a second tap, because the browser would show the answer to the
 * second one ("wait before asking for another OTP") and drop the first. After a while, or back on the page, it can be.
 */
const againAfterMilliseconds = 10_000;
const sent = new Set<EventTarget>();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), againAfterMilliseconds);
});
addEventListener("pageshow", () => sent.clear());

/** A strip of tabs wider than the screen shows the one that is open. */
for (const tab of document.querySelectorAll<HTMLElement>(".tabs [aria-current]")) {
  const strip = tab.closest<HTMLElement>(".tabs");
  if (!strip) continue;
  const [at, around] = [tab.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
}

// Only where a line is narrow and Thai: the console's tables are wide and many.
if (document.documentElement.classList.contains("citizen") && document.documentElement.lang === "th") {
  keepWordsWhole(document.body);
}
