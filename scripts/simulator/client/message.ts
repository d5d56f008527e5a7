import type { JsonObject } from "../checks/check.ts";
import { h, icon, type Child } from "./dom.ts";
import { flexContainer } from "./flex.ts";
import type { Tap } from "./flex-component.ts";
import { templateOf } from "./template.ts";
import { words } from "./words.ts";

/** Draws the content of one chat entry; `wide` content has no speech bubble of its own around it. */
export function messageContent(
  message: JsonObject,
  tap: Tap,
): { readonly element: HTMLElement; readonly wide: boolean } {
  switch (message["type"]) {
    case "text":
    case "textV2":
      return { element: h("p", { class: "say" }, ...linked(String(message["text"]), tap)), wide: false };
    case "flex": {
      const element = flexContainer(message["contents"] as JsonObject, tap);
      element.setAttribute("aria-label", String(message["altText"]));
      element.setAttribute("role", "group");
      return { element, wide: true };
    }
    case "template":
      return { element: templateOf(message["template"] as JsonObject, tap), wide: true };
    case "sticker":
      return {
        element: h("div", { class: "sticker", "aria-label": words.stickerShown }, icon("smile")),
        wide: true,
      };
    case "image":
      return { element: picture(message), wide: true };
    case "location":
      return {
        element: h(
          "p",
          { class: "say" },
          h("b", {}, String(message["title"])),
          h("br"),
          String(message["address"]),
        ),
        wide: false,
      };
    default:
      return { element: h("p", { class: "say" }, String(message["type"])), wide: false };
  }
}

function picture(message: JsonObject): HTMLElement {
  const source = message["previewImageUrl"];
  if (source === undefined) return h("div", { class: "sent-picture" }, icon("camera"), words.picture);
  return h("img", { class: "picture", src: source, alt: words.picture });
}

const address = /(https?:\/\/[^\s]+)/;

/** Text with its addresses made tappable, as LINE does. */
function linked(text: string, tap: Tap): Child[] {
  return text.split(address).map((part) => {
    if (!address.test(part)) return part;
    const open = (event: Event) => {
      event.preventDefault();
      tap({ type: "uri", uri: part });
    };
    return h("a", { href: part, on: { click: open } }, part);
  });
}
