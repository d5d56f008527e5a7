import { formatMoment } from "../../../kernel/thai-date.ts";
import type { Verdict } from "../../../visits/code-verdict.ts";
import { formatServiceCode, parseServiceCode } from "../../../visits/service-code.ts";
import type { Mark } from "./marks.ts";
import { desk, part } from "./page.ts";

const { words } = desk;

/** What is shown of one code. */
export interface Drawn extends Verdict {
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Empty: there is no network to open it by, or no visit. */
  readonly visitId: string;
}

/** Shows a verdict with its facts, the button that marks the code when it may be marked, and the way to its visit. */
export function drawVerdict(drawn: Drawn, onMark: () => void): void {
  const { facts, visitId, mayMark } = drawn;
  part("result").replaceChildren(
    banner(drawn),
    ...(facts.length > 0 ? [factList(facts)] : []),
    ...(mayMark ? [markButton(onMark)] : []),
    ...(visitId ? [visitLink(visitId)] : []),
  );
  leadTo(mayMark);
}

/** One primary button a screen: the mark where there is one, else the check. */
function leadTo(mark: boolean): void {
  const check = document.querySelector("#check-form button");
  check?.classList.toggle("primary", !mark);
  check?.classList.toggle("secondary", mark);
}

function visitLink(visitId: string): Node {
  const link = document.createElement("a");
  link.className = "button quiet";
  link.href = `/console/visits/${visitId}`;
  link.textContent = words.openVisit;
  return link;
}

/** Shows one banner in place of what stood there. */
export function drawBanner(tone: Verdict["tone"], title: string, next: string): void {
  part("result").replaceChildren(banner({ tone, title, next }));
  leadTo(false);
}

function banner({ tone, title, next }: Pick<Verdict, "tone" | "title" | "next">): Node {
  const made = moulded(`mould-${tone}`);
  const [strong, line] = [made.querySelector("strong"), made.querySelector("p")];
  if (strong) strong.textContent = title;
  if (line) line.textContent = next;
  return made;
}

function markButton(onMark: () => void): Node {
  const made = moulded("mould-mark");
  made.addEventListener("click", onMark, { once: true });
  return made;
}

function moulded(id: string): HTMLElement {
  const found = part<HTMLTemplateElement>(id).content.firstElementChild?.cloneNode(true);
  if (!(found instanceof HTMLElement)) throw new Error(`${id} is empty`);
  return found;
}

function factList(facts: readonly (readonly [name: string, value: string])[]): Node {
  const list = document.createElement("dl");
  list.className = "facts";
  for (const [name, value] of facts) {
    const [row, term, said] = ["div", "dt", "dd"].map((tag) => document.createElement(tag));
    if (!row || !term || !said) continue;
    term.textContent = name;
    said.textContent = value;
    row.append(term, said);
    list.append(row);
  }
  return list;
}

/** The list of what was used from this machine: the person's own, latest first, and how many of others wait. */
export function drawMarks(marks: readonly Mark[]): void {
  const own = marks.filter(({ by }) => by === desk.staff).reverse();
  const others = marks.filter(({ by, state }) => by !== desk.staff && state === "kept").length;
  const section = part("kept");
  section.hidden = own.length === 0 && others === 0;
  const table = section.querySelector("table");
  if (table) table.hidden = own.length === 0;
  section.querySelector("tbody")?.replaceChildren(...own.map(rowOf));
  const line = part("kept-others");
  line.hidden = others === 0;
  line.textContent = words.others.replace("{count}", String(others));
}

function rowOf(mark: Mark): HTMLElement {
  const why = mark.why ? ` · ${mark.why}` : "";
  const at = formatMoment(new Date(mark.markedAt), desk.language);
  const cells = [
    [words.code, grouped(mark.code)],
    [words.service, desk.services[mark.service] ?? mark.service],
    [words.kept.markedAt, at],
    [words.kept.state, `${words.state[mark.state]}${why}`],
  ] as const;
  const row = document.createElement("tr");
  row.setAttribute("role", "row");
  row.dataset["state"] = mark.state;
  for (const [title, text] of cells) {
    const cell = document.createElement("td");
    cell.setAttribute("role", "cell");
    cell.dataset["title"] = title;
    cell.textContent = text;
    row.append(cell);
  }
  return row;
}

/** A code in groups to be read; what is none, as it is. */
export function grouped(text: string): string {
  const code = parseServiceCode(text);
  return code.ok ? formatServiceCode(code.value) : text;
}
