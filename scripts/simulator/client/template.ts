import type { JsonObject } from "../checks/check.ts";
import { h } from "./dom.ts";
import type { Tap } from "./flex-component.ts";
import { objects, textIn } from "./flex-measures.ts";

/** Draws a template message: one card, or a row of them. */
export function templateOf(template: JsonObject, tap: Tap): HTMLElement {
  const columns = objects(template["columns"]);
  if (columns.length === 0) return card(template, tap);
  return h("div", { class: "flex-carousel" }, ...columns.map((column) => card(column, tap)));
}

function card(one: JsonObject, tap: Tap): HTMLElement {
  const picture = one["thumbnailImageUrl"] ?? one["imageUrl"];
  const single = one["action"] as JsonObject | undefined;
  const actions = single ? [single] : objects(one["actions"]);
  return h(
    "div",
    { class: "flex-bubble flex-size-kilo" },
    picture === undefined ? null : h("img", { class: "template-picture", src: picture, alt: "" }),
    h(
      "div",
      { class: "template-text" },
      one["title"] === undefined ? null : h("b", {}, textIn(one, "title")),
      one["text"] === undefined ? null : h("p", {}, textIn(one, "text")),
    ),
    ...actions.map((action) =>
      h(
        "button",
        {
          type: "button",
          class: "flex-button flex-button-link template-button",
          on: { click: () => tap(action) },
        },
        textIn(action, "label"),
      ),
    ),
  );
}
