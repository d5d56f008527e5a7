import type { Place } from "./picture.ts";

/** Black bars over a picture that is not sent yet. */
export interface Masks {
  /** Where those lie that are switched on. */
  places(): readonly Place[];
}

const step = 0.02;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Lets the buttons of a form lay bars over its picture; a bar is dragged, or moved with the arrow keys. */
export function openMasks(form: HTMLFormElement, frame: HTMLElement): Masks {
  const laid = new Map<Element, Bar>();
  for (const button of form.querySelectorAll<HTMLElement>("[data-mask]")) {
    button.addEventListener("click", () => {
      const old = laid.get(button);
      old?.element.remove();
      if (old) laid.delete(button);
      else laid.set(button, layBar(frame, button));
      button.setAttribute("aria-pressed", old ? "false" : "true");
    });
  }
  return { places: () => [...laid.values()].map(({ place }) => place()) };
}

interface Bar {
  readonly element: HTMLElement;
  place(): Place;
}

function layBar(frame: HTMLElement, { dataset }: HTMLElement): Bar {
  const [left = 0, top = 0, width = 0, height = 0] = (dataset["mask"] ?? "")
    .split(" ")
    .map((part) => Number(part) / 100);
  const place = { left, top, width, height };
  const element = document.createElement("button");
  element.type = "button";
  element.className = "id-mask";
  element.setAttribute("aria-label", dataset["move"] ?? "");
  const show = () => {
    place.left = Math.min(1 - width, Math.max(0, place.left));
    place.top = Math.min(1 - height, Math.max(0, place.top));
    Object.assign(element.style, {
      left: `${place.left * 100}%`,
      top: `${place.top * 100}%`,
      width: `${width * 100}%`,
      height: `${height * 100}%`,
    });
  };
  const move = (right: number, down: number) => {
    place.left += right;
    place.top += down;
    show();
  };
  element.addEventListener("pointerdown", (event) => element.setPointerCapture(event.pointerId));
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    move(event.movementX / frame.clientWidth, event.movementY / frame.clientHeight);
  });
  element.addEventListener("keydown", (event) => {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    move(...way);
  });
  frame.append(element);
  show();
  return { element, place: () => ({ ...place }) };
}
