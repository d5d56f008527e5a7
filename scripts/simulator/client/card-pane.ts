import type { View } from "../front/view.ts";
import { fill, h, icon } from "./dom.ts";
import { national } from "./sms-pane.ts";
import { paneHead, type Pane } from "./pane.ts";
import { words } from "./words.ts";

/** The made-up ID card of the phone's holder, each field ready to be copied into a form. */
export function makeCardPane(say: (sentence: string) => void): Pane {
  const element = h("section", { class: "pane" });
  let shown = "";
  return {
    element,
    update: (view) => {
      if (shown === view.phone.name) return;
      shown = view.phone.name;
      const copy = (value: string) => void navigator.clipboard.writeText(value).then(() => say(words.copied));
      fill(
        element,
        paneHead(words.cardTitle(view.phone.displayName), words.cardHint),
        h(
          "div",
          { class: "id-card" },
          h("b", { class: "id-country" }, words.cardCountry),
          h("dl", {}, ...fieldsOf(view).map((one) => row(one, copy))),
        ),
        h("p", { class: "card-try" }, words.cardTry),
      );
    },
  };
}

function fieldsOf({ card, phone }: View): readonly (readonly [string, string])[] {
  return [
    [words.citizenId, card.citizenId],
    [words.firstName, card.firstName],
    [words.lastName, card.lastName],
    [words.birthDate, card.birthDate],
    [words.laserCode, card.laserCode],
    [words.mobile, national(`66${phone.mobile.slice(1)}`)],
  ];
}

function row([name, value]: readonly [string, string], copy: (value: string) => void): HTMLElement {
  return h(
    "div",
    {},
    h("dt", {}, name),
    h(
      "dd",
      {},
      value,
      h(
        "button",
        {
          type: "button",
          class: "icon-button",
          "aria-label": `${words.copy} ${name}`,
          on: { click: () => copy(value) },
        },
        icon("copy"),
      ),
    ),
  );
}
