import { previewOf } from "./preview.ts";

/** Lists what is chosen in a form that sends its files with the rest: they are on their way once it is sent, not before. */
export function listChosenFiles(form: HTMLFormElement): void {
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const list = target.closest("[data-files]")?.querySelector("ul");
    if (!list) return;
    for (const row of list.querySelectorAll(".chosen")) row.remove();
    list.append(...[...(target.files ?? [])].map(rowOf));
  });
}

function rowOf(file: File): HTMLLIElement {
  const { name, size } = file;
  const row = document.createElement("li");
  row.className = "file chosen";
  const said = document.createElement("span");
  said.className = "file-name";
  const weight = document.createElement("small");
  weight.textContent =
    size >= 1_000_000 ? `${(size / 1_000_000).toFixed(1)} MB` : `${Math.ceil(size / 1000)} kB`;
  said.append(name, weight);
  row.append(said);
  void previewOf(file).then((preview) => preview && row.prepend(preview));
  return row;
}
