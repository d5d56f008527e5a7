import type { JsonObject } from "../checks/check.ts";
import { h } from "./dom.ts";
import { box, component, type Tap } from "./flex-component.ts";
import { objects, string, textIn } from "./flex-measures.ts";

const blocks = ["header", "hero", "body", "footer"] as const;

/** Draws a Flex container: a bubble, or a carousel that is swiped sideways. */
export function flexContainer(container: JsonObject, tap: Tap): HTMLElement {
  if (container["type"] !== "carousel") return bubble(container, tap);
  return h(
    "div",
    { class: "flex-carousel" },
    ...objects(container["contents"]).map((one) => bubble(one, tap)),
  );
}

function bubble(one: JsonObject, tap: Tap): HTMLElement {
  const size = textIn(one, "size", "mega");
  const element = h("div", { class: `flex-bubble flex-size-${size}`, dir: one["direction"] });
  const styles = (one["styles"] ?? {}) as Record<string, JsonObject | undefined>;
  let first = true;
  for (const name of blocks) {
    const content = one[name] as JsonObject | undefined;
    if (!content) continue;
    const style = styles[name] ?? {};
    if (style["separator"] === true && !first) {
      element.append(
        h("div", { class: "flex-line", style: { "background-color": string(style["separatorColor"]) } }),
      );
    }
    const drawn = content["type"] === "box" ? box(content, tap) : component(content, "vertical", tap);
    drawn.classList.add(`flex-${name}`);
    const color = string(style["backgroundColor"]);
    if (color && content["backgroundColor"] === undefined) drawn.style.setProperty("background-color", color);
    element.append(drawn);
    first = false;
  }
  const { action } = one;
  if (typeof action === "object" && action !== null)
    element.addEventListener("click", () => tap(action as JsonObject));
  return element;
}
