import type { View } from "../front/view.ts";
import type { ChatEntry } from "../world/state.ts";
import { h, icon, type Child } from "./dom.ts";
import { textIn } from "./flex-measures.ts";
import { words } from "./words.ts";

const smsMilliseconds = 12_000;
const chatMilliseconds = 5_000;

export interface Toasts {
  readonly element: HTMLElement;
  update(view: View, chatCovered: boolean): void;
}

/**
 * Notices at the top of the phone: an SMS to it (or to a number that is no simulated phone's), and, while another
 * screen covers the chat, what the account says. `fillCode` types a one-time code where one is asked for.
 */
export function makeToasts(fillCode: (code: string) => void): Toasts {
  const element = h("div", { class: "toasts", "aria-live": "polite" });
  const seen = new Set<string>();
  let first = true;
  const show = (milliseconds: number, ...children: readonly Child[]) => {
    const short = milliseconds === chatMilliseconds ? " toast-short" : "";
    const toast = h("div", { class: `toast${short}` }, ...children);
    const drop = () => toast.remove();
    toast.append(
      h(
        "button",
        { type: "button", class: "toast-close", "aria-label": words.close, on: { click: drop } },
        icon("close"),
      ),
    );
    toast.addEventListener("click", drop);
    element.prepend(toast);
    window.setTimeout(drop, milliseconds);
  };
  return {
    element,
    update: (view, chatCovered) => {
      for (const sms of view.sms) {
        if (seen.has(sms.id)) continue;
        seen.add(sms.id);
        const code = oneTimeCode(sms.text);
        if (first || !rings(view, sms.to)) continue;
        show(
          smsMilliseconds,
          h("span", { class: "toast-icon" }, icon("sms")),
          h(
            "div",
            {},
            h("b", {}, sms.sender || "SMS"),
            h("p", {}, sms.text),
            code ? codeButton(code, fillCode) : null,
          ),
        );
      }
      for (const entry of view.chat) {
        if (seen.has(entry.id)) continue;
        seen.add(entry.id);
        if (first || entry.from !== "bot" || !chatCovered) continue;
        const face = h("img", { src: "/simulator/assets/door.svg", alt: "" });
        show(
          chatMilliseconds,
          h("span", { class: "toast-icon" }, face),
          h("div", {}, h("b", {}, view.botName), h("p", {}, gist(entry))),
        );
      }
      first = false;
    },
  };
}

/** A number of another simulated phone rings there, not here. */
function rings(view: View, to: string): boolean {
  return !view.others.some((other) => `66${other.mobile.slice(1)}` === to);
}

function codeButton(code: string, fillCode: (code: string) => void): HTMLElement {
  return h(
    "button",
    { type: "button", class: "toast-code", on: { click: () => fillCode(code) } },
    words.useCode(code),
  );
}

/** The six digits of a one-time code in an SMS. */
export function oneTimeCode(text: string): string | null {
  return /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0] ?? null;
}

function gist({ message }: ChatEntry): string {
  return textIn(message, "altText", textIn(message, "text", words.stickerShown));
}
