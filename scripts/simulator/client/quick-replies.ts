import type { JsonObject } from "../checks/check.ts";
import type { View } from "../front/view.ts";
import { fill, h } from "./dom.ts";
import type { Tap } from "./flex-component.ts";
import { objects, textIn } from "./flex-measures.ts";

/** Shows the quick replies of the last message, until anything is said after it. */
export function updateQuickReplies(element: HTMLElement, view: View, tap: Tap): void {
  const last = view.chat.at(-1);
  const quickReply =
    last?.from === "bot" ? (last.message["quickReply"] as JsonObject | undefined) : undefined;
  const items = objects(quickReply?.["items"]);
  element.hidden = items.length === 0;
  const key = `${last?.id ?? ""} ${items.length}`;
  if (element.dataset["shown"] === key) return;
  element.dataset["shown"] = key;
  fill(element, ...items.map((item) => chip(item["action"] as JsonObject, item["imageUrl"], tap)));
  element.scrollLeft = 0;
}

function chip(action: JsonObject, picture: unknown, tap: Tap): HTMLElement {
  const face = picture === undefined ? null : h("img", { src: picture, alt: "" });
  return h("button", { type: "button", on: { click: () => tap(action) } }, face, textIn(action, "label"));
}
