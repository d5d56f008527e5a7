import type { JsonObject } from "../checks/check.ts";
import { h } from "./dom.ts";
import {
  aspect,
  borderWidth,
  gap,
  letterSize,
  objects,
  pictureSize,
  string,
  textIn,
} from "./flex-measures.ts";
import { shrinkToFit } from "./shrink-to-fit.ts";

export type Tap = (action: JsonObject) => void;
type Style = Record<string, string | undefined>;

const ends: Readonly<Record<string, string>> = { top: "flex-start", center: "center", bottom: "flex-end" };

/** Draws one component as the child of a box with that layout. */
export function component(one: JsonObject, layout: string, tap: Tap): HTMLElement {
  const element = drawn(one, layout, tap);
  if (one["adjustMode"] === "shrink-to-fit" && one["wrap"] !== true) shrinkToFit(element);
  for (const [name, value] of Object.entries(placed(one, layout))) {
    if (value !== undefined) element.style.setProperty(name, value);
  }
  const { action } = one;
  if (typeof action === "object" && action !== null && one["type"] !== "button") {
    element.classList.add("flex-tap");
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      tap(action as JsonObject);
    });
  }
  return element;
}

function drawn(one: JsonObject, layout: string, tap: Tap): HTMLElement {
  switch (one["type"]) {
    case "box":
      return box(one, tap);
    case "text":
      return textOf(one);
    case "button":
      return button(one, tap);
    case "image":
      return image(one);
    case "icon":
      return iconOf(one);
    case "separator":
      return h("div", {
        class: layout === "vertical" ? "flex-line" : "flex-line flex-upright",
        style: { "background-color": string(one["color"]) },
      });
    default:
      return h("div", { class: "flex-filler" });
  }
}

/** Where it stands among its siblings: share of the room, offsets, gravity. */
function placed(one: JsonObject, layout: string): Style {
  const stretches = layout !== "vertical" && ["box", "text", "button", "image"].includes(String(one["type"]));
  const share =
    typeof one["flex"] === "number" ? one["flex"] : stretches ? 1 : one["type"] === "filler" ? 1 : null;
  const absolute = one["position"] === "absolute";
  const hasWidth = one["width"] !== undefined && one["flex"] === undefined;
  return {
    flex: absolute || share === null || hasWidth ? "0 0 auto" : share === 0 ? "0 0 auto" : `${share} 1 0`,
    position: absolute ? "absolute" : "relative",
    top: gap(one["offsetTop"]),
    bottom: gap(one["offsetBottom"]),
    left: gap(one["offsetStart"]),
    right: gap(one["offsetEnd"]),
    "align-self": layout === "horizontal" ? ends[String(one["gravity"])] : undefined,
    "min-width": layout === "vertical" ? undefined : "0",
  };
}

/** A box: LINE's three layouts, with spacing put before each child unless its own margin says otherwise. */
export function box(one: JsonObject, tap: Tap): HTMLElement {
  const layout = textIn(one, "layout", "vertical");
  const element = h("div", { class: `flex-box flex-${layout}`, style: boxStyle(one) });
  objects(one["contents"]).forEach((child, index) => {
    const drawnChild = component(child, layout, tap);
    const before = gap(child["margin"]) ?? gap(one["spacing"]);
    if (before !== undefined && index > 0 && child["position"] !== "absolute") {
      drawnChild.style.setProperty(layout === "vertical" ? "margin-top" : "margin-left", before);
    }
    element.append(drawnChild);
  });
  return element;
}

function boxStyle(one: JsonObject): Style {
  const background = one["background"] as JsonObject | undefined;
  return {
    padding: gap(one["paddingAll"]),
    "padding-top": gap(one["paddingTop"]),
    "padding-bottom": gap(one["paddingBottom"]),
    "padding-left": gap(one["paddingStart"]),
    "padding-right": gap(one["paddingEnd"]),
    "background-color": string(one["backgroundColor"]),
    "background-image": background ? gradient(background) : undefined,
    "border-color": string(one["borderColor"]),
    "border-width": borderWidth(one["borderWidth"]),
    "border-style": one["borderWidth"] === undefined ? undefined : "solid",
    "border-radius": gap(one["cornerRadius"]),
    overflow: one["cornerRadius"] === undefined ? undefined : "hidden",
    width: string(one["width"]),
    "max-width": string(one["maxWidth"]),
    height: string(one["height"]),
    "max-height": string(one["maxHeight"]),
    "justify-content": string(one["justifyContent"]),
    "align-items": string(one["alignItems"]),
  };
}

function gradient(background: JsonObject): string {
  const { angle, startColor, endColor, centerColor, centerPosition } = background as Record<string, string>;
  const center = centerColor ? `${centerColor} ${centerPosition ?? "50%"}, ` : "";
  return `linear-gradient(${angle ?? "0deg"}, ${startColor ?? "#fff"}, ${center}${endColor ?? "#fff"})`;
}

function letterStyle(one: JsonObject): Style {
  const decoration = string(one["decoration"]);
  return {
    "font-size": letterSize(one["size"]),
    color: string(one["color"]),
    "font-weight": one["weight"] === "bold" ? "600" : undefined,
    "font-style": string(one["style"]),
    "text-decoration": decoration,
  };
}

function textOf(one: JsonObject): HTMLElement {
  const lines = Number(one["maxLines"] ?? 0);
  const wraps = one["wrap"] === true;
  const element = h("p", {
    class: `flex-text${wraps ? " flex-wraps" : ""}${lines > 0 ? " flex-clamped" : ""}`,
    style: {
      ...letterStyle(one),
      "text-align": string(one["align"]),
      "-webkit-line-clamp": lines > 0 ? String(lines) : undefined,
      "row-gap": string(one["lineSpacing"]),
    },
  });
  const spans = objects(one["contents"]);
  if (spans.length === 0) element.textContent = textIn(one, "text");
  else element.append(...spans.map((span) => h("span", { style: letterStyle(span) }, textIn(span, "text"))));
  return element;
}

function button(one: JsonObject, tap: Tap): HTMLElement {
  const style = textIn(one, "style", "link");
  const color = string(one["color"]);
  const action = one["action"] as JsonObject;
  return h(
    "button",
    {
      type: "button",
      class: `flex-button flex-button-${style}${one["height"] === "sm" ? " flex-button-sm" : ""}`,
      style: style === "link" ? { color } : { "background-color": color },
      on: {
        click: (event) => {
          event.stopPropagation();
          tap(action);
        },
      },
    },
    textIn(action, "label"),
  );
}

function image(one: JsonObject): HTMLElement {
  const where: Readonly<Record<string, string>> = { start: "flex-start", end: "flex-end", center: "center" };
  return h(
    "div",
    { class: "flex-picture", style: { "justify-content": where[String(one["align"])] } },
    h("img", {
      src: one["url"],
      alt: "",
      loading: "lazy",
      style: {
        width: pictureSize(one["size"]),
        "aspect-ratio": aspect(one["aspectRatio"]),
        "object-fit": one["aspectMode"] === "cover" ? "cover" : "contain",
        "background-color": string(one["backgroundColor"]),
      },
    }),
  );
}

function iconOf(one: JsonObject): HTMLElement {
  return h("img", {
    class: "flex-icon",
    src: one["url"],
    alt: "",
    style: { height: letterSize(one["size"] ?? "md"), "aspect-ratio": aspect(one["aspectRatio"]) },
  });
}
