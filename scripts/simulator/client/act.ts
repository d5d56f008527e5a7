import type { JsonObject } from "../checks/check.ts";
import type { Opened } from "../control/what-opens.ts";
import type { Dialog } from "./dialog.ts";
import { h } from "./dom.ts";
import { textIn } from "./flex-measures.ts";
import type { LiffBrowser } from "./liff-browser.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

/** What an action may need of the phone it is tapped on. */
export interface Hand {
  readonly phone: string;
  readonly liff: LiffBrowser;
  readonly dialog: Dialog;
  /** Shows the keyboard or the rich menu, the keyboard with this text in it. */
  showKeyboard(open: boolean, text?: string): void;
  say(sentence: string): void;
}

/** Does what tapping an action does on a phone. */
export async function act(hand: Hand, action: JsonObject): Promise<void> {
  const text = (name: string) => textIn(action, name);
  switch (action["type"]) {
    case "message":
      await command("sendText", hand.phone, text("text"));
      return;
    case "postback":
      return postback(hand, action);
    case "uri":
      return openUri(hand, text("uri"));
    case "clipboard":
      await navigator.clipboard.writeText(text("clipboardText"));
      return hand.say(words.copied);
    case "datetimepicker":
      return pickTime(hand, action);
    case "richmenuswitch": {
      const asked = { richMenuAliasId: text("richMenuAliasId"), data: text("data") };
      await command("switchMenu", hand.phone, asked);
      return;
    }
    case "camera":
    case "cameraRoll":
      await command("sendImage", hand.phone);
      return;
    default:
      return undefined;
  }
}

async function postback(hand: Hand, action: JsonObject): Promise<void> {
  const { data, displayText, inputOption, fillInText } = action as Record<string, string | undefined>;
  if (inputOption === "openKeyboard") hand.showKeyboard(true, fillInText);
  if (inputOption === "openRichMenu") hand.showKeyboard(false);
  await command("tapPostback", hand.phone, { data, ...(displayText === undefined ? {} : { displayText }) });
}

async function openUri(hand: Hand, uri: string): Promise<void> {
  const opened = await command<Opened>("tapUri", hand.phone, uri);
  if (opened.opens === "liff") return hand.liff.open(opened.path);
  if (opened.opens === "call")
    return hand.dialog.show(words.wouldCall, h("p", { class: "big" }, opened.number));
  const open = () => void window.open(opened.url, "_blank", "noopener");
  hand.dialog.show(words.wouldOpen, h("p", { class: "address" }, opened.url), {
    label: words.openHere,
    press: open,
  });
}

function pickTime(hand: Hand, action: JsonObject): void {
  const mode = textIn(action, "mode");
  const { initial, min, max } = action as Record<string, string | undefined>;
  const type = mode === "datetime" ? "datetime-local" : mode;
  const input = h("input", { type, value: initial, min, max, "aria-label": textIn(action, "label", mode) });
  const press = () => {
    if (input.value === "") return;
    void command("tapPostback", hand.phone, { data: action["data"], params: { [mode]: input.value } });
  };
  hand.dialog.show(textIn(action, "label"), input, { label: words.done, press });
}
