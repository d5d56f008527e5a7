import { fill, h, type Child } from "./dom.ts";
import { words } from "./words.ts";

export interface Dialog {
  readonly element: HTMLDialogElement;
  /** Shows a sheet at the bottom of the phone; the given buttons close it. */
  show(title: string, body: Child, ...buttons: readonly { label: string; press: () => void }[]): void;
}

/** A bottom sheet inside the phone. */
export function makeDialog(): Dialog {
  const element = h("dialog", { class: "sheet" });
  return {
    element,
    show: (title, body, ...buttons) => {
      const pressed = (press: () => void) => () => {
        element.close();
        press();
      };
      fill(
        element,
        h("h2", {}, title),
        h("div", { class: "sheet-body" }, body),
        ...buttons.map(({ label, press }) =>
          h("button", { type: "button", class: "primary", on: { click: pressed(press) } }, label),
        ),
        h("button", { type: "button", class: "quiet", on: { click: () => element.close() } }, words.close),
      );
      element.show();
    },
  };
}
