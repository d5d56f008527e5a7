import type { RichMenuView } from "../front/view.ts";
import { fill, h } from "./dom.ts";
import type { Tap } from "./flex-component.ts";

/** Draws the uploaded picture with its areas as buttons over it; draws nothing anew while the menu is the same. */
export function updateRichMenu(element: HTMLElement, menu: RichMenuView | null, tap: Tap): void {
  const key = menu?.richMenuId ?? "";
  if (element.dataset["menu"] === key) return;
  element.dataset["menu"] = key;
  if (!menu) return fill(element);
  const { width, height } = menu.size;
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  fill(
    element,
    h("img", {
      src: `/simulator/rich-menu/${menu.richMenuId}`,
      alt: "",
      style: { "aspect-ratio": `${width} / ${height}` },
    }),
    ...menu.areas.map(({ bounds, action }) =>
      h("button", {
        type: "button",
        "aria-label": action["label"] ?? "",
        style: {
          left: share(bounds.x, width),
          top: share(bounds.y, height),
          width: share(bounds.width, width),
          height: share(bounds.height, height),
        },
        on: { click: () => tap(action) },
      }),
    ),
  );
}
