import type { SentFile } from "./send-file.ts";

/** A file's line while it is on its way. */
export interface FileRow {
  readonly name: string;
  progress(part: number): void;
  waiting(): void;
  /** Shows what the file looks like; the line keeps it when the file is kept. */
  show(preview: HTMLElement): void;
  done(kept: HTMLElement): void;
  failed(sentence: string): void;
}

/** Adds the line of a file that is to be sent; null: the field has as many as it takes, which is told. */
export function fileRow(field: HTMLElement, name: string): FileRow | null {
  const list = field.querySelector("ul");
  const state = field.querySelector("[data-files-state]");
  const words = (key: string) => (field.dataset[key] ?? "").replace("{name}", name);
  const say = (text: string) => {
    if (state) state.textContent = text;
  };
  if (!list) return null;
  if (list.querySelectorAll("li:not(.not-sent)").length >= Number(field.dataset["most"])) {
    const full = line(list, "not-sent");
    full.said.textContent = words("full");
    say(words("full"));
    setTimeout(() => full.row.remove(), 8_000);
    return null;
  }
  const { row, said, bar } = line(list, "sending");
  let shown: HTMLElement | null = null;
  return {
    name,
    progress: (part) => {
      bar.hidden = false;
      bar.value = part;
      said.textContent = words("sending").replace("{percent}", String(Math.round(part * 100)));
    },
    waiting: () => {
      said.textContent = words("waiting");
      say(words("waiting"));
    },
    show: (preview) => {
      shown = preview;
      row.prepend(preview);
    },
    done: (kept) => {
      if (shown) kept.prepend(shown);
      row.replaceWith(kept);
      say(words("done"));
    },
    failed: (sentence) => {
      bar.remove();
      row.className = "file not-sent";
      said.textContent = `${words("failed")} ${sentence}`;
      say(`${words("failed")} ${sentence}`);
    },
  };
}

function line(list: Element, kind: string) {
  const row = document.createElement("li");
  row.className = `file ${kind}`;
  const said = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.hidden = true;
  row.append(said, bar);
  list.append(row);
  return { row, said, bar };
}

/** The line of a file that is kept, as the server would have made it. */
export function keptRow(field: HTMLElement, { fileId, name, size }: SentFile): HTMLElement {
  const path = field.dataset["files"] ?? "";
  const row = document.createElement("li");
  row.className = "file";
  const id = document.createElement("input");
  Object.assign(id, { type: "hidden", name: path, value: fileId });
  const said = document.createElement("span");
  said.className = "file-name";
  const link = document.createElement("a");
  const uploads = field.closest("form")?.dataset["uploads"] ?? "";
  Object.assign(link, {
    href: uploads.replace(/uploads$/, `files/${fileId}`),
    target: "_blank",
    rel: "noopener",
  });
  link.textContent = name;
  const weight = document.createElement("small");
  weight.textContent =
    size >= 1_000_000 ? `${(size / 1_000_000).toFixed(1)} MB` : `${Math.round(size / 1000)} kB`;
  said.append(link, weight);
  const drop = document.createElement("button");
  Object.assign(drop, {
    className: "file-drop",
    type: "submit",
    name: "dropFile",
    value: `${path}:${fileId}`,
  });
  drop.textContent = field.dataset["drop"] ?? "";
  drop.setAttribute("aria-label", `${field.dataset["drop"] ?? ""} ${name}`);
  row.append(id, said, drop);
  return row;
}
