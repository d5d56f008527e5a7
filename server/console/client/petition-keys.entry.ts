/**
 * Keys of the petition pages: j and k go through the rows, x chooses, "/" leads to the search, "?" opens the list of
 * keys, and a letter that a button or link names (`data-key`) presses it. Enter on a row opens it without a script.
 */
const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];

/** Where a letter is text: not on a tick or a choice. A list takes letters too, to find its rows. */
const written = "input:not([type=checkbox], [type=radio], [type=file]), textarea, select";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(written) !== null;
}

/** The key as it is printed on the board, whichever alphabet it writes now: under a Thai layout R gives "พ". */
function keyOf({ code, key, shiftKey }: KeyboardEvent): string {
  if (key === "?" || key === "/") return key;
  if (code === "Slash") return shiftKey ? "?" : "/";
  return /^Key[A-Z]$/.test(code) && !shiftKey ? code.slice(3).toLowerCase() : key;
}

function move(by: 1 | -1): void {
  const here = document.activeElement?.closest("tr")?.querySelector<HTMLElement>("[data-row]") ?? null;
  const at = here === null ? (by === 1 ? -1 : rows.length) : rows.indexOf(here);
  rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
}

function press(key: string): boolean {
  const named = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (named === null) return false;
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button")?.focus();
  } else if (named.matches("input, textarea, select")) named.focus();
  else named.click();
  return true;
}

function openKeys(): void {
  const help = document.querySelector<HTMLDetailsElement>("details#keys");
  if (help === null) return;
  help.open = true;
  help.querySelector("summary")?.focus();
}

function act(key: string): boolean {
  switch (key) {
    case "j":
      move(1);
      return rows.length > 0;
    case "k":
      move(-1);
      return rows.length > 0;
    case "x":
      document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("input.choose")?.click();
      return rows.length > 0;
    case "/":
      document.querySelector<HTMLElement>("form[role=search] input.input")?.focus();
      return true;
    case "?":
      openKeys();
      return true;
    default:
      return press(key);
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target)) {
    // Out of the field, so that the next letter is a key again.
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
    return;
  }
  if (act(keyOf(event))) event.preventDefault();
});

/** Prepared replies: put where they are to be sent from, to be read over before they go. */
for (const button of document.querySelectorAll<HTMLElement>("[data-puts]")) {
  button.addEventListener("click", () => {
    const area = document.getElementById(button.dataset["into"] ?? "");
    if (!(area instanceof HTMLTextAreaElement)) return;
    const before = area.value.trim();
    area.value =
      before === "" ? (button.dataset["puts"] ?? "") : `${before}\n${button.dataset["puts"] ?? ""}`;
    area.focus();
  });
}
