import type { View } from "../front/view.ts";
import type { DemoStaff } from "../options.ts";
import { fill, h, icon } from "./dom.ts";
import { emptyState, paneHead, type Pane } from "./pane.ts";
import { command } from "./wire.ts";
import { words } from "./words.ts";

/** Who one can be in the console, each with what their hands would hold; the codes change as authenticators' do. */
export function makeStaffPane(say: (sentence: string) => void): Pane {
  const list = h("div", { class: "staff-list" });
  const treasury = h("a", { class: "staff-open", target: "treasury", hidden: true }, words.staffTreasury);
  const head = paneHead(words.staffTitle, words.staffHint, treasury);
  const element = h("section", { class: "pane" }, head, list);
  const update = ({ treasury: address }: View): void => {
    treasury.hidden = address === null;
    if (address !== null) treasury.href = address;
  };
  let timer = 0;
  const copy = (value: string) => void navigator.clipboard.writeText(value).then(() => say(words.copied));
  const load = async (): Promise<void> => {
    window.clearTimeout(timer);
    const people = await command<readonly DemoStaff[]>("staff").catch(() => []);
    const shown = people.map((person) => card(person, copy));
    fill(list, ...(shown.length > 0 ? shown : [emptyState("staff", words.staffNone, words.staffNoneHint)]));
    const next = Math.min(...people.map(({ codeUntil }) => codeUntil));
    if (Number.isFinite(next) && element.classList.contains("front"))
      timer = window.setTimeout(() => void load(), Math.max(next - Date.now(), 1000));
  };
  return { element, update, opened: () => void load() };
}

function card(person: DemoStaff, copy: (value: string) => void): HTMLElement {
  return h(
    "article",
    { class: "staff-card" },
    h(
      "header",
      {},
      h("div", {}, h("b", {}, person.name), h("span", {}, `${person.level} · ${person.workplace}`)),
      h(
        "a",
        { class: "staff-open", href: consoleOf(person.username), target: person.username },
        words.staffOpen,
      ),
    ),
    h(
      "dl",
      {},
      held(words.staffUsername, person.username, copy),
      held(words.staffPassword, person.password, copy),
      held(words.staffCode, person.code, copy, "code"),
    ),
  );
}

function held(name: string, value: string, copy: (value: string) => void, kind = ""): HTMLElement {
  const label = `${words.copy} ${name}`;
  return h(
    "div",
    { class: kind },
    h("dt", {}, name),
    h(
      "dd",
      {},
      value,
      h(
        "button",
        { type: "button", class: "icon-button", "aria-label": label, on: { click: () => copy(value) } },
        icon("copy"),
      ),
    ),
  );
}

/** Each of them has a host of their own, so that several can be signed in side by side in one browser. */
function consoleOf(username: string): string {
  const host = username.replace(/[^a-z0-9-]/g, "-");
  return `${location.protocol}//${host}.localhost${location.port ? `:${location.port}` : ""}/console/sign-in`;
}
