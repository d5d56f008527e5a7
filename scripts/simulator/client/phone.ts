import type { JsonObject } from "../checks/check.ts";
import type { View } from "../front/view.ts";
import { act, type Hand } from "./act.ts";
import { botFace, makeChatLog } from "./chat-log.ts";
import { makeDialog } from "./dialog.ts";
import { h, icon } from "./dom.ts";
import { makeFoot } from "./foot.ts";
import { makeLiffBrowser } from "./liff-browser.ts";
import { updateQuickReplies } from "./quick-replies.ts";
import { makeToasts } from "./toast.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

export interface PhoneScreen {
  readonly element: HTMLElement;
  update(view: View): void;
}

/** The simulated phone: chat, rich menu, LIFF browser, notices. `look` finds what its camera sees. */
export function makePhone(
  name: string,
  look: () => Element | null,
  say: (sentence: string) => void,
): PhoneScreen {
  let latest: View | null = null;
  const liff = makeLiffBrowser(look, () => latest && toasts.update(latest, liff.isOpen));
  const dialog = makeDialog();
  const complain = (error: unknown) => say(error instanceof Error ? error.message : String(error));
  const tap = (action: JsonObject) => void act(hand, action).catch(complain);
  const foot = makeFoot(name, tap, complain);
  const hand: Hand = { phone: name, liff, dialog, say, showKeyboard: foot.showKeyboard };
  const toasts = makeToasts((code) => {
    if (!liff.fillCode(code))
      void navigator.clipboard.writeText(code).then(() => say(words.copied), complain);
  });
  const log = makeChatLog(tap);
  const quickReplies = h("div", { class: "quick-replies", hidden: true });
  const botName = h("b");
  const chat = h(
    "section",
    { class: "chat" },
    h(
      "header",
      { class: "chat-head" },
      icon("back"),
      botName,
      h("span", { class: "chat-tools" }, icon("menu")),
    ),
    log.element,
    quickReplies,
    foot.element,
  );
  const meet = stranger(name, complain);
  const clock = h("time", { class: "clock" });
  const screen = h(
    "div",
    { class: "screen" },
    h("div", { class: "status-bar", "aria-hidden": "true" }, clock, h("span", { class: "signal" })),
    chat,
    meet.element,
    liff.element,
    toasts.element,
    dialog.element,
  );
  showTime(clock);
  return {
    element: h("div", { class: "device" }, screen),
    update: (view) => {
      latest = view;
      botName.textContent = view.botName;
      meet.update(view);
      log.update(view);
      updateQuickReplies(quickReplies, view, tap);
      foot.update(view);
      toasts.update(view, liff.isOpen);
    },
  };
}

function showTime(clock: HTMLElement): void {
  const show = () => (clock.textContent = new Date().toTimeString().slice(0, 5));
  show();
  window.setInterval(show, 10_000);
}

/** The card LINE shows before the account is a friend, and while it is blocked. */
function stranger(name: string, complain: (error: unknown) => void) {
  const title = h("h1");
  const line = h("p");
  const press = () => void command("follow", name).catch(complain);
  const button = h("button", { type: "button", class: "line-button", on: { click: press } });
  const element = h("section", { class: "meet", hidden: true }, botFace(), title, line, button);
  return {
    element,
    update: (view: View) => {
      const { friendship } = view.phone;
      element.hidden = friendship === "friend";
      title.textContent = view.botName;
      line.textContent = friendship === "blocked" ? words.blocked : words.addFriendHint;
      button.textContent = friendship === "blocked" ? words.unblock : words.addFriend;
    },
  };
}
