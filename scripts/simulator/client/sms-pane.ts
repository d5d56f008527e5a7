import type { SmsEntry } from "../world/state.ts";
import { fill, h, icon } from "./dom.ts";
import { emptyState, paneHead, type Pane } from "./pane.ts";
import { oneTimeCode } from "./toast.ts";
import { words } from "./words.ts";

const when = new Intl.DateTimeFormat("th-TH", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The SMS gateway's inbox: every number's messages, newest first. */
export function makeSmsPane(say: (sentence: string) => void): Pane {
  const list = h("ol", { class: "mail-list" });
  const empty = emptyState("sms", words.smsNone, words.smsNoneHint);
  const element = h(
    "section",
    { class: "pane", tabindex: "0", "aria-label": words.smsTitle },
    paneHead(words.smsTitle, words.smsNoneHint),
    empty,
    list,
  );
  let shown = "";
  return {
    element,
    update: ({ sms }) => {
      const key = `${sms.length} ${sms.at(-1)?.id ?? ""}`;
      if (key === shown) return;
      shown = key;
      empty.hidden = sms.length > 0;
      list.hidden = sms.length === 0;
      fill(list, ...sms.toReversed().map((one) => smsRow(one, say)));
    },
  };
}

function smsRow(sms: SmsEntry, say: (sentence: string) => void): HTMLElement {
  const code = oneTimeCode(sms.text);
  const copy = () => void navigator.clipboard.writeText(code ?? "").then(() => say(words.copied));
  const [before, after] = code ? sms.text.split(code) : [sms.text, ""];
  return h(
    "li",
    { class: "letter" },
    h(
      "div",
      { class: "letter-head" },
      h("b", {}, sms.sender || "SMS"),
      h("span", {}, national(sms.to)),
      h("time", {}, when.format(sms.at)),
    ),
    h("p", {}, before ?? "", code ? h("mark", {}, code) : null, after ?? ""),
    code
      ? h("button", { type: "button", class: "small-button", on: { click: copy } }, icon("copy"), words.copy)
      : null,
  );
}

/** 66810000001 → 081-000-0001. */
export function national(number: string): string {
  const digits = number.replace(/^66/, "0");
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
