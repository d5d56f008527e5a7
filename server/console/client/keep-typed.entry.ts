/**
 * Keeps what is typed into a form (`data-keep` names it and whose it is) while a session may end before it is sent: for
 * this tab and half an hour, never a file, a tick or a password; of a choice the one that was chosen. The sign-in page says that the session was lost; only
 * then is it typed in again, for otherwise the server has what was sent. Forms of anybody else are forgotten.
 */
const prefix = "typed:";
const keptForMs = 30 * 60_000;
const triesForOptions = 20;
const optionsEveryMs = 200;

interface Kept {
  readonly at: number;
  readonly isLost: boolean;
  readonly values: Readonly<Record<string, string>>;
}

type Typed = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const unkept = ["hidden", "file", "password", "checkbox", "submit", "button"];

const signIns = ["/seat/sign-in", "/console/sign-in"];

const form = document.querySelector<HTMLFormElement>("form[data-keep]");
if (form) keep(form, prefix + (form.dataset["keep"] ?? ""));
else if (signIns.includes(location.pathname)) for (const name of names()) put(name, { isLost: true });

function keep(of: HTMLFormElement, name: string): void {
  for (const other of names()) if (other !== name) sessionStorage.removeItem(other);
  const kept = read(name);
  sessionStorage.removeItem(name);
  if (kept?.isLost) for (const field of fieldsOf(of)) fill(field, kept.values[field.name]);
  of.addEventListener("input", () => {
    const values = Object.fromEntries(
      fieldsOf(of)
        .filter((field) => !isRadio(field) || field.checked)
        .map((field) => [field.name, field.value]),
    );
    put(name, { values, isLost: false });
  });
}

function fieldsOf(of: HTMLFormElement): readonly Typed[] {
  return [...of.querySelectorAll<Typed>("input[name], select[name], textarea[name]")].filter(
    ({ type }) => !unkept.includes(type),
  );
}

/** Types a value in again; the places of a list that another choice brings are waited for. */
function fill(field: Typed, value: string | undefined, tries = triesForOptions): void {
  if (value === undefined) return;
  if (isRadio(field)) field.checked = field.value === value;
  if (isRadio(field) || field.value === value) return;
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  if (field.value === value || tries === 0) return;
  setTimeout(() => fill(field, value, tries - 1), optionsEveryMs);
}

function isRadio(field: Typed): field is HTMLInputElement {
  return field.type === "radio";
}

function names(): readonly string[] {
  return Object.keys(sessionStorage).filter((name) => name.startsWith(prefix));
}

function read(name: string): Kept | null {
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "null") as Kept | null;
  return kept !== null && Date.now() - kept.at < keptForMs ? kept : null;
}

function put(name: string, change: Partial<Kept>): void {
  const before = read(name) ?? { at: Date.now(), isLost: false, values: {} };
  const at = change.values ? Date.now() : before.at;
  sessionStorage.setItem(name, JSON.stringify({ ...before, ...change, at }));
}

export {};
