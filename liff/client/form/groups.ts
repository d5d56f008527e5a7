/** Adds and takes out items of groups on the page, by the group's template, without asking the server. */
export function startGroups(form: HTMLFormElement, changed: () => void): void {
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.name !== "addItem" && button?.name !== "removeItem") return;
    const group = button.closest<HTMLElement>("[data-group]");
    if (!group) return;
    event.preventDefault();
    if (button.name === "addItem") addItem(group);
    else removeItem(group, button.closest<HTMLElement>("[data-item]"));
    changed();
  });
  for (const group of form.querySelectorAll<HTMLElement>("[data-group]")) bound(group);
}

const itemsOf = (group: HTMLElement) => [...group.querySelectorAll<HTMLElement>("[data-item]")];

function addItem(group: HTMLElement): void {
  const template = group.querySelector("template");
  const item = template?.content.firstElementChild?.cloneNode(true);
  const at = itemsOf(group).length;
  if (!template || !(item instanceof HTMLElement)) return;
  renumber(item, group.dataset["group"] ?? "", "%", at);
  template.before(item);
  bound(group);
  item.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
}

function removeItem(group: HTMLElement, item: HTMLElement | null): void {
  if (!item) return;
  const path = group.dataset["group"] ?? "";
  const at = itemsOf(group).indexOf(item);
  item.remove();
  itemsOf(group).forEach((each, now) => {
    if (now >= at) renumber(each, path, String(now + 1), now);
  });
  bound(group);
  document.getElementById(path)?.focus();
}

/** Gives an item another number: in every name, id and reference, and where it is called by it. */
function renumber(item: HTMLElement, group: string, from: string, to: number): void {
  const [before, after] = [`${group}.${from}`, `${group}.${to}`];
  for (const element of [item, ...item.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes(before)) element.setAttribute(name, replaced(value, before, after));
    }
  }
  const legend = item.querySelector("legend");
  if (legend) legend.textContent = (item.dataset["title"] ?? "").replace("{n}", String(to + 1));
  const words = [...item.querySelectorAll("button[name=removeItem] span")].at(-1);
  if (words) words.textContent = (item.dataset["remove"] ?? "").replace("{n}", String(to + 1));
}

function replaced(value: string, before: string, after: string): string {
  return value.split(before).reduce((whole, part) => whole + (/^\d/.test(part) ? before : after) + part);
}

/** No more items than the form takes. */
function bound(group: HTMLElement): void {
  const add = [...group.querySelectorAll<HTMLButtonElement>("button[name=addItem]")].at(-1);
  if (add) add.disabled = itemsOf(group).length >= Number(group.dataset["most"]);
}
