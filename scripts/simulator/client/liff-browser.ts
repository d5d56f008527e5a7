import { chooseCamera, chosenCamera, giveCamera } from "./camera.ts";
import { fill, h, icon } from "./dom.ts";
import { words } from "./words.ts";

export interface LiffBrowser {
  readonly element: HTMLElement;
  open(path: string): void;
  close(): void;
  readonly isOpen: boolean;
  /** Types a one-time code into the open page; false when none is asked for. */
  fillCode(code: string): boolean;
}

/** LINE's own browser: a sheet over the chat with the page's title, ✕, and a frame on the phone's own host. */
export function makeLiffBrowser(look: () => Element | null, changed: () => void): LiffBrowser {
  const title = h("b", { class: "liff-title" }, "…");
  const stage = h("div", { class: "liff-stage" });
  const camera = h("button", { type: "button", class: "liff-camera", on: { click: () => switchCamera() } });
  const bar = h(
    "div",
    { class: "liff-bar" },
    h("div", {}, title, h("small", {}, location.host)),
    camera,
    h(
      "button",
      { type: "button", "aria-label": words.close, on: { click: () => browser.close() } },
      icon("close"),
    ),
  );
  const element = h("section", { class: "liff", hidden: true }, bar, stage);
  const showCamera = () => {
    const label = chosenCamera() === "screen" ? words.cameraScreen : words.cameraReal;
    fill(camera, icon(chosenCamera() === "screen" ? "counter" : "camera"));
    camera.setAttribute("aria-label", label);
    camera.title = label;
  };
  const switchCamera = () => {
    chooseCamera(chosenCamera() === "screen" ? "real" : "screen");
    showCamera();
  };
  showCamera();
  let frame: HTMLIFrameElement | null = null;
  const loaded = () => {
    const page = frame?.contentDocument;
    title.textContent = page?.title || "…";
    if (frame) giveCamera(frame, look);
  };
  const browser: LiffBrowser = {
    element,
    open: (path) => {
      frame = h("iframe", { name: "liff", title: "LIFF", allow: "camera; clipboard-write", src: path });
      frame.addEventListener("load", loaded);
      fill(stage, frame);
      element.hidden = false;
      changed();
    },
    close: () => {
      fill(stage);
      frame = null;
      element.hidden = true;
      title.textContent = "…";
      changed();
    },
    get isOpen() {
      return !element.hidden;
    },
    fillCode: (code) => {
      const input = frame?.contentDocument?.querySelector<HTMLInputElement>(
        'input[autocomplete="one-time-code"]',
      );
      if (!input) return false;
      input.value = code;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
      return true;
    },
  };
  window.addEventListener("message", (event) => {
    const said = event.data as { type?: unknown } | null;
    if (event.origin === location.origin && said?.type === "liff.closeWindow") browser.close();
  });
  return browser;
}
