import type { View } from "../front/view.ts";
import { makeCardPane } from "./card-pane.ts";
import { makeCounterPane } from "./counter-pane.ts";
import { fill, h, icon, type IconName } from "./dom.ts";
import { makeSmsPane } from "./sms-pane.ts";
import { makeMailPane } from "./mail-pane.ts";
import { makeJournalPane } from "./journal-pane.ts";
import type { Pane } from "./pane.ts";
import { makePhone } from "./phone.ts";
import { makeStaffPane } from "./staff-pane.ts";
import { makeTroublePane } from "./trouble-pane.ts";
import { follow } from "./wire.ts";
import { switchLanguage, words } from "./words.ts";

const phoneName = location.hostname.split(".")[0] ?? "phone1";
const paneNames = ["counter", "staff", "sms", "mail", "card", "trouble", "journal"] as const;
type PaneName = (typeof paneNames)[number];
type TabName = "phone" | PaneName;

const snack = h("div", { class: "snack", role: "status", hidden: true });
let snackTimer = 0;
function say(sentence: string): void {
  snack.textContent = sentence;
  snack.hidden = false;
  window.clearTimeout(snackTimer);
  snackTimer = window.setTimeout(() => (snack.hidden = true), 3500);
}

const counter = makeCounterPane();
const panes: Readonly<Record<PaneName, Pane>> = {
  counter,
  staff: makeStaffPane(say),
  sms: makeSmsPane(say),
  mail: makeMailPane(),
  card: makeCardPane(say),
  trouble: makeTroublePane(phoneName, say),
  journal: makeJournalPane(),
};
const phone = makePhone(phoneName, () => counter.look(), say);

const tabs = new Map<TabName, HTMLButtonElement>();
const badges = {
  sms: h("span", { class: "badge", hidden: true }),
  mail: h("span", { class: "badge", hidden: true }),
};
let seenSms: number | null = null;

function tab(name: TabName, picture: IconName): HTMLElement {
  const button = h(
    "button",
    { type: "button", class: `tab tab-${name}`, on: { click: () => choose(name) } },
    icon(picture),
    h("span", {}, words.tabs[name]),
    name === "sms" || name === "mail" ? badges[name] : null,
  );
  tabs.set(name, button);
  return button;
}

function choose(name: TabName): void {
  document.body.dataset["tab"] = name;
  for (const [other, button] of tabs) button.setAttribute("aria-pressed", String(other === name));
  if (name === "phone") return;
  for (const other of paneNames) panes[other].element.classList.toggle("front", other === name);
  panes[name].opened?.();
  if (name === "sms") seenSms = null;
}

const people = h("nav", { class: "people", "aria-label": words.anotherCitizen });
const bar = h(
  "header",
  { class: "top" },
  h("img", { src: "/simulator/assets/door.svg", alt: "", width: "36", height: "36" }),
  h("p", { class: "brand" }, h("b", {}, words.brand), h("span", {}, words.world)),
  people,
  h(
    "button",
    { type: "button", class: "text-button", "aria-label": words.languageSaid, on: { click: switchLanguage } },
    words.language,
  ),
);

function hostOf(name: string): string {
  return `${location.protocol}//${name}.localhost${location.port ? `:${location.port}` : ""}/simulator`;
}

function showPeople(view: View): void {
  const known = [...view.others, view.phone].sort((one, other) => one.number - other.number);
  const next = `phone${Math.max(...known.map(({ number }) => number)) + 1}`;
  const chips = known.map((person) =>
    h(
      "a",
      {
        class: "person",
        href: hostOf(person.name),
        target: person.name === phoneName ? undefined : person.name,
        "aria-current": person.name === phoneName ? "true" : undefined,
      },
      person.displayName,
    ),
  );
  const another = h(
    "a",
    { class: "person another", href: hostOf(next), target: next },
    icon("plus"),
    words.anotherCitizen,
  );
  fill(people, ...chips, another);
}

document.body.append(
  bar,
  h(
    "main",
    { class: "desk" },
    h("section", { class: "phone-side" }, phone.element),
    h(
      "section",
      { class: "pane-side" },
      h(
        "nav",
        { class: "tabs" },
        tab("phone", "phone"),
        tab("counter", "counter"),
        tab("staff", "staff"),
        tab("sms", "sms"),
        tab("mail", "mail"),
        tab("card", "card"),
        tab("trouble", "trouble"),
        tab("journal", "journal"),
      ),
      h("div", { class: "panes" }, ...paneNames.map((name) => panes[name].element)),
    ),
  ),
  snack,
);

function count(badge: HTMLElement, unseen: number): void {
  badge.hidden = unseen <= 0;
  badge.textContent = String(unseen);
}

follow((view) => {
  document.title = `${view.botName} · ${words.phoneOf(view.phone.displayName)}`;
  showPeople(view);
  phone.update(view);
  for (const name of paneNames) panes[name].update(view);
  if (seenSms === null || document.body.dataset["tab"] === "sms") seenSms = view.sms.length;
  count(badges.sms, view.sms.length - seenSms);
  count(badges.mail, view.mails.filter(({ unread }) => unread).length);
});

const narrow = window.matchMedia("(max-width: 979px)");
choose("counter");
if (narrow.matches) choose("phone");
narrow.addEventListener("change", () => choose(narrow.matches ? "phone" : "counter"));
