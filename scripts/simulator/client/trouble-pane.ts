import type { View } from "../front/view.ts";
import { h } from "./dom.ts";
import { paneHead, type Pane } from "./pane.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

interface Switch {
  readonly label: string;
  readonly hint: (view: View) => string;
  readonly isOn: (view: View) => boolean;
  readonly turn: (on: boolean, view: View) => Promise<unknown>;
}

const lateMilliseconds = 5000;
const usualLimit = 15_000;

const switches: readonly Switch[] = [
  {
    label: words.outageLine,
    hint: () => words.outageLineHint,
    isOn: ({ troubles }) => troubles.line,
    turn: (on) => command("outage", "line", on),
  },
  {
    label: words.outageSms,
    hint: () => words.outageSmsHint,
    isOn: ({ troubles }) => troubles.sms,
    turn: (on) => command("outage", "sms", on),
  },
  {
    label: words.outageMail,
    hint: () => words.outageMailHint,
    isOn: ({ troubles }) => troubles.mail,
    turn: (on) => command("outage", "mail", on),
  },
  {
    label: words.quota,
    hint: ({ quota }) => words.quotaHint(quota.used, quota.limit === null ? "∞" : String(quota.limit)),
    isOn: ({ quota }) => quota.limit !== null && quota.used >= quota.limit,
    turn: (on, { quota }) =>
      command("setQuota", { limit: on ? quota.used : Math.max(usualLimit, quota.used + 500) }),
  },
  {
    label: words.late,
    hint: () => words.lateHint,
    isOn: ({ troubles }) => troubles.delayMilliseconds > 0,
    turn: (on) => command("delay", on ? lateMilliseconds : 0),
  },
  {
    label: words.reorder,
    hint: () => words.reorderHint,
    isOn: ({ troubles }) => troubles.reorder,
    turn: (on) => command("reorder", on),
  },
  {
    label: words.standby,
    hint: () => words.standbyHint,
    isOn: ({ troubles }) => troubles.standby,
    turn: (on) => command("setStandby", on),
  },
  {
    label: words.noUserId,
    hint: () => words.noUserIdHint,
    isOn: ({ troubles }) => troubles.noUserId,
    turn: (on) => command("dropUserId", on),
  },
  {
    label: words.redelivery,
    hint: () => words.redeliveryHint,
    isOn: ({ troubles }) => troubles.redeliveryOn,
    turn: (on) => command("setRedelivery", on),
  },
];

/** Buttons and switches that make what goes wrong in the world go wrong here. */
export function makeTroublePane(phone: string, say: (sentence: string) => void): Pane {
  let latest: View | null = null;
  const run = (work: Promise<unknown>) => void work.catch((error: unknown) => say(String(error)));
  const rows = switches.map((one) => switchRow(one, (on) => latest && run(one.turn(on, latest))));
  const isBlocked = () => latest?.phone.friendship === "blocked";
  const block = buttonRow(words.block, words.blockHint, () =>
    run(command(isBlocked() ? "unblock" : "block", phone)),
  );
  const unknown = { type: "weather", weather: { sky: "clear" } };
  const element = h(
    "section",
    { class: "pane" },
    paneHead(words.troubleTitle, words.troubleHint),
    h(
      "div",
      { class: "troubles" },
      h("h3", {}, words.lastEvent),
      buttonRow(words.redeliver, words.redeliverHint, () => run(command("redeliver"))).element,
      buttonRow(words.duplicate, words.duplicateHint, () => run(command("duplicate"))).element,
      buttonRow(words.sendUnknown, words.sendUnknownHint, () => run(command("sendEvent", phone, unknown)))
        .element,
      h("h3", {}, words.friendship),
      block.element,
      h("h3", {}, words.switches),
      ...rows.map((row) => row.element),
    ),
  );
  return {
    element,
    update: (view) => {
      latest = view;
      for (const row of rows) row.update(view);
      block.rename(isBlocked() ? words.unblock : words.block);
    },
  };
}

function switchRow(one: Switch, turn: (on: boolean) => void) {
  const input = h("input", { type: "checkbox", role: "switch" });
  input.addEventListener("change", () => turn(input.checked));
  const hint = h("small");
  const element = h("label", { class: "trouble" }, h("span", {}, h("b", {}, one.label), hint), input);
  return {
    element,
    update: (view: View) => {
      input.checked = one.isOn(view);
      hint.textContent = one.hint(view);
    },
  };
}

function buttonRow(label: string, hint: string, press: () => void) {
  const button = h("button", { type: "button", class: "small-button", on: { click: press } }, label);
  const element = h("div", { class: "trouble pressed" }, button, h("small", {}, hint));
  return { element, rename: (name: string) => (button.textContent = name) };
}
