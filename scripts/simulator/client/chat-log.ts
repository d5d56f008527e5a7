import type { ChatEntry } from "../world/state.ts";
import type { View } from "../front/view.ts";
import { fill, h, type Child } from "./dom.ts";
import type { Tap } from "./flex-component.ts";
import { messageContent } from "./message.ts";
import { words } from "./words.ts";

export interface ChatLog {
  readonly element: HTMLElement;
  update(view: View): void;
}

const clock = new Intl.DateTimeFormat("th-TH", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayName = new Intl.DateTimeFormat("th-TH", { day: "numeric", month: "short", year: "2-digit" });

/** The list of what was said. Entries already drawn stay as they are; only changed ones are drawn anew. */
export function makeChatLog(tap: Tap): ChatLog {
  const list = h("ol", { class: "chat-list" });
  const dots = h(
    "div",
    { class: "dots", role: "status", "aria-label": words.loading },
    h("i"),
    h("i"),
    h("i"),
  );
  const element = h(
    "div",
    { class: "chat-log", tabindex: "0", role: "log", "aria-live": "polite" },
    list,
    dots,
  );
  const drawn = new Map<string, { state: string; row: HTMLElement }>();
  let timer = 0;
  const showDots = (until: number) => {
    window.clearTimeout(timer);
    const left = until - Date.now();
    dots.hidden = left <= 0;
    if (left > 0) timer = window.setTimeout(() => (dots.hidden = true), left);
  };
  showDots(0);
  return {
    element,
    update: (view) => {
      const nearEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 120;
      const before = drawn.size;
      const rows = view.chat.map((entry, index) => {
        const follows = view.chat[index - 1]?.from === entry.from;
        const newDay = dayOf(entry.at) !== dayOf(view.chat[index - 1]?.at ?? 0);
        const state = JSON.stringify([entry.read, entry.unsent, follows, newDay]);
        const found = drawn.get(entry.id);
        if (found?.state === state) return found.row;
        const row = rowOf(entry, { follows, newDay, botName: view.botName }, tap);
        drawn.set(entry.id, { state, row });
        return row;
      });
      const same = rows.length === list.children.length && rows.every((row, at) => list.children[at] === row);
      if (!same) fill(list, ...rows);
      showDots(view.loadingUntil);
      if (drawn.size > before || nearEnd)
        requestAnimationFrame(() => (element.scrollTop = element.scrollHeight));
    },
  };
}

function dayOf(at: number): string {
  return at === 0 ? "" : new Date(at).toDateString();
}

function rowOf(
  entry: ChatEntry,
  place: { follows: boolean; newDay: boolean; botName: string },
  tap: Tap,
): HTMLElement {
  const day = dayOf(entry.at) === dayOf(Date.now()) ? words.today : dayName.format(entry.at);
  const dayMark = place.newDay ? h("div", { class: "day" }, h("span", {}, day)) : null;
  if (entry.unsent) return h("li", {}, dayMark, h("p", { class: "unsent" }, words.unsent));
  const { element, wide } = messageContent(entry.message, tap);
  const face = entry.from === "bot" && (!place.follows || place.newDay) ? botFace() : null;
  const stamp = h(
    "span",
    { class: "stamp" },
    entry.read ? h("span", {}, words.read) : null,
    h("time", { datetime: new Date(entry.at).toISOString() }, clock.format(entry.at)),
  );
  const children: Child[] =
    entry.from === "bot" ? [face ?? h("span", { class: "no-face" }), element, stamp] : [stamp, element];
  const kind = `turn from-${entry.from}${wide ? " wide" : ""}${place.follows && !place.newDay ? " follows" : ""}`;
  return h("li", {}, dayMark, h("div", { class: kind }, ...children));
}

/** The account's picture: our door. */
export function botFace(): HTMLElement {
  return h("span", { class: "bot-face" }, h("img", { src: "/simulator/assets/door.svg", alt: "" }));
}
