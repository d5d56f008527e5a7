import type { View } from "../front/view.ts";
import { h, icon, type Child, type IconName } from "./dom.ts";

/** One of the panes beside the phone. */
export interface Pane {
  readonly element: HTMLElement;
  update(view: View): void;
  /** Called each time it is brought to the front. */
  opened?(): void;
}

/** A pane's heading with a line under it and room for tools. */
export function paneHead(title: string, hint: string, ...tools: readonly Child[]): HTMLElement {
  return h(
    "header",
    { class: "pane-head" },
    h("div", {}, h("h2", {}, title), h("p", {}, hint)),
    h("div", { class: "pane-tools" }, ...tools),
  );
}

/** What a pane shows while it has nothing. */
export function emptyState(name: IconName, title: string, hint: string): HTMLElement {
  return h(
    "div",
    { class: "empty" },
    h("span", { class: "empty-icon" }, icon(name)),
    h("b", {}, title),
    h("p", {}, hint),
  );
}
