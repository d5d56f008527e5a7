import type { JournalLine } from "../front/view.ts";
import { fill, h } from "./dom.ts";
import { emptyState, paneHead, type Pane } from "./pane.ts";
import { words } from "./words.ts";

const when = new Intl.DateTimeFormat("th-TH", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});

/** Every webhook attempt and every call of the app, newest first, with what was answered. */
export function makeJournalPane(): Pane {
  const list = h("ol", { class: "journal" });
  const empty = emptyState("journal", words.journalNone, words.journalNoneHint);
  return {
    element: h(
      "section",
      { class: "pane", tabindex: "0", "aria-label": words.journalTitle },
      paneHead(words.journalTitle, ""),
      empty,
      list,
    ),
    update: ({ journal }) => {
      empty.hidden = journal.length > 0;
      list.hidden = journal.length === 0;
      fill(list, ...journal.map(lineOf));
    },
  };
}

function lineOf(line: JournalLine): HTMLElement {
  const mood = line.good === null ? "held" : line.good ? "good" : "bad";
  return h(
    "li",
    { class: `wire wire-${line.way}` },
    h("time", {}, when.format(line.at)),
    h("span", { class: "wire-way" }, line.way === "webhook" ? "LINE → app" : "app → LINE"),
    h("b", {}, line.what),
    h("span", { class: `wire-outcome ${mood}` }, line.outcome === "held" ? words.held : line.outcome),
    line.detail ? h("small", {}, line.detail) : null,
  );
}
