import type { CounterScreen } from "../options.ts";
import { fill, h, icon } from "./dom.ts";
import { emptyState, paneHead, type Pane } from "./pane.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

export interface CounterPane extends Pane {
  /** The QR that now stands on the screen, for the phone's camera. */
  look(): Element | null;
}

/** The counter's screen in a frame. Its links are one-time, so they are asked for anew at every load. */
export function makeCounterPane(): CounterPane {
  const choices = h("div", { class: "segments", role: "group", "aria-label": words.counterTitle });
  const stage = h("div", { class: "counter-stage" });
  const again = h(
    "button",
    { type: "button", class: "icon-button", title: words.counterAgain, "aria-label": words.counterAgain },
    icon("reload"),
  );
  const element = h(
    "section",
    { class: "pane" },
    paneHead(words.counterTitle, words.counterHint, again),
    choices,
    stage,
  );
  let frame: HTMLIFrameElement | null = null;
  let chosen = 0;
  const load = async () => {
    const screens = await command<readonly CounterScreen[]>("counterScreens").catch(() => []);
    fill(choices, ...(screens.length > 1 ? screens.map(({ title }, index) => choice(title, index)) : []));
    const screen = screens[chosen] ?? screens[0];
    frame = screen ? h("iframe", { title: screen.title, src: screen.path }) : null;
    fill(stage, frame ?? emptyState("counter", words.counterNone, words.counterNoneHint));
  };
  const choice = (title: string, index: number) => {
    const press = () => {
      chosen = index;
      void load();
    };
    return h(
      "button",
      { type: "button", "aria-pressed": String(index === chosen), on: { click: press } },
      title,
    );
  };
  again.addEventListener("click", () => void load());
  return {
    element,
    update: () => undefined,
    opened: () => {
      if (!frame) void load();
    },
    look: () => (frame?.contentDocument ? largestSquare(frame.contentDocument) : null),
  };
}

/** The QR is the largest square picture on the screen. */
function largestSquare(page: Document): Element | null {
  const squares = [...page.querySelectorAll("svg, canvas, img")]
    .map((found) => ({ found, box: found.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 60 && Math.abs(box.width - box.height) < 4)
    .sort((one, other) => other.box.width - one.box.width);
  return squares[0]?.found ?? null;
}
