import { listMarks } from "./codes/marks.ts";

/**
 * Who stands before the sign-in has no session: what was kept of the page that checks codes goes. Marks that were not
 * sent stay, and are told of, for only who made them can send them.
 */
const words = document.body.dataset["left"] ?? "";
const keptPages = /^pratu-codes/;

async function clearPages(): Promise<void> {
  for (const name of await caches.keys()) if (keptPages.test(name)) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration("/console/codes/");
  await registration?.unregister();
}

async function tellKept(): Promise<void> {
  const kept = (await listMarks()).filter(({ state }) => state === "kept").length;
  const said = document.getElementById("left");
  if (!said || kept === 0) return;
  said.textContent = words.replace("{count}", String(kept));
  said.hidden = false;
}

if ("caches" in window && "serviceWorker" in navigator) void clearPages().catch(() => {});
void tellKept().catch(() => {});
