import type { View } from "../front/view.ts";
import { fill, h, icon } from "./dom.ts";
import type { Tap } from "./flex-component.ts";
import { updateRichMenu } from "./rich-menu.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

export interface Foot {
  readonly element: HTMLElement;
  update(view: View): void;
  showKeyboard(open: boolean, text?: string): void;
}

/** The bottom of the chat: the bar that opens the rich menu, or the keyboard's line, and the menu itself. */
export function makeFoot(name: string, tap: Tap, complain: (error: unknown) => void): Foot {
  const input = h("input", {
    type: "text",
    class: "type-here",
    placeholder: words.typeHere,
    "aria-label": words.typeHere,
    enterkeyhint: "send",
    autocomplete: "off",
  });
  const toMenu = tool("menu", words.openMenu, () => showKeyboard(false));
  const sticker = tool("smile", words.sticker, () => void command("sendSticker", name).catch(complain));
  const line = h(
    "form",
    { class: "type-line" },
    toMenu,
    input,
    sticker,
    h("button", { type: "submit", class: "send", "aria-label": words.send }, icon("send")),
  );
  const barText = h("span");
  const arrow = h("span", { class: "bar-arrow" });
  const bar = h(
    "div",
    { class: "menu-bar" },
    tool("keyboard", words.openKeyboard, () => showKeyboard(true)),
    h("button", { type: "button", class: "menu-toggle", on: { click: () => toggle() } }, barText, arrow),
  );
  const menu = h("div", { class: "rich-menu" });
  const element = h("footer", { class: "chat-foot" }, line, bar, menu);
  let hasMenu = false;
  let keyboard = false;
  let open: boolean | null = null;
  const show = () => {
    line.hidden = hasMenu && !keyboard;
    bar.hidden = !hasMenu || keyboard;
    menu.hidden = !hasMenu || keyboard || open === false;
    toMenu.hidden = !hasMenu;
    fill(arrow, icon(menu.hidden ? "up" : "down"));
  };
  const toggle = () => {
    open = menu.hidden !== false;
    show();
  };
  const showKeyboard = (on: boolean, text?: string) => {
    keyboard = on;
    if (!on) open = true;
    if (text !== undefined) input.value = text;
    show();
    if (on) input.focus();
  };
  line.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    command("sendText", name, text).catch(complain);
  });
  return {
    element,
    showKeyboard,
    update: ({ richMenu }) => {
      hasMenu = richMenu !== null;
      open ??= richMenu?.selected ?? null;
      barText.textContent = richMenu?.chatBarText ?? "";
      updateRichMenu(menu, richMenu, tap);
      show();
    },
  };
}

function tool(name: "menu" | "keyboard" | "smile", label: string, press: () => void): HTMLElement {
  return h(
    "button",
    { type: "button", class: "tool", "aria-label": label, on: { click: press } },
    icon(name),
  );
}
