export type Child = Node | string | null | undefined | false;

export interface Props {
  readonly class?: string;
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly [attribute: string]: unknown;
}

/** Makes an element: `class`, `style` (property by property, as the page's policy wants), `on` listeners, attributes. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "style") setStyle(element, value as Record<string, string | undefined>);
    else if (name === "on") listen(element, value as Record<string, (event: Event) => void>);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string" || typeof value === "number")
      element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function setStyle(element: HTMLElement, style: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined) element.style.setProperty(name, value);
  }
}

function listen(element: HTMLElement, listeners: Record<string, (event: Event) => void>): void {
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
}

/** Puts these children, and only these, into the element. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
}

const svgNamespace = "http://www.w3.org/2000/svg";

const paths = {
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6L6 18",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10",
  menu: "M4 6h16M4 12h16M4 18h16",
  down: "M6 9l6 6 6-6",
  up: "M6 15l6-6 6 6",
  send: "M4 12l16-8-6 16-3-7z",
  plus: "M12 5v14M5 12h14",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 10h.01M15.500 10h.01M8 14.500a5 5 0 0 0 8 0",
  phone:
    "M8 3h8a1.500 1.500 0 0 1 1.500 1.500v15A1.500 1.500 0 0 1 16 21H8a1.500 1.500 0 0 1-1.500-1.500v-15A1.500 1.500 0 0 1 8 3zM11 18h2",
  counter: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM14 14h2v2h-2zM18 18h2v2h-2z",
  staff:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 19a6 6 0 0 1 12 0M15 4.500a3.500 3.500 0 0 1 0 6.500M17 13.500a6 6 0 0 1 4 5.500",
  sms: "M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5",
  mail: "M3 6h18v12H3zM3 7l9 7 9-7",
  card: "M3 6h18v12H3zM7 15h5M8.500 12a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400zM14.500 10h3.500M14.500 13h3.500",
  trouble: "M12 4l9 16H3zM12 10v4M12 17h.01",
  journal: "M5 4h14v16H5zM9 8h6M9 12h6M9 16h3",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20a7.500 7.500 0 0 1 15 0",
  copy: "M9 9h11v11H9zM15 5H4v11",
  camera: "M4 8h3l2-3h6l2 3h3v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
  reload: "M20 11a8 8 0 1 0-2.300 6.300M20 5v6h-6",
  call: "M6 3h3l2 5-2.500 1.500a11 11 0 0 0 6 6L16 13l5 2v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z",
  out: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
} as const;
export type IconName = keyof typeof paths;

/** One of our line icons; decorative, so hidden from readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svgNamespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
