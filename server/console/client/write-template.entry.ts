/** Writing a document: chips put their field in where the cursor stands, and the paper below reads as it is typed. */
for (const chips of document.querySelectorAll<HTMLElement>("[data-inserts]")) {
  const text = document.getElementById(chips.dataset["inserts"] ?? "");
  if (!(text instanceof HTMLTextAreaElement)) continue;
  chips.addEventListener("click", ({ target }) => {
    const chip = target instanceof Element ? target.closest<HTMLElement>("[data-field]") : null;
    if (!chip || text.disabled) return;
    text.setRangeText(`{{${chip.dataset["field"] ?? ""}}}`, text.selectionStart, text.selectionEnd, "end");
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

for (const paper of document.querySelectorAll<HTMLElement>("[data-paper]")) {
  const text = document.getElementById(paper.dataset["paper"] ?? "");
  const lines = paper.querySelector<HTMLElement>("[data-lines]");
  if (!(text instanceof HTMLTextAreaElement) || !lines) continue;
  const samples = new Map(
    Object.entries(JSON.parse(paper.dataset["samples"] ?? "{}") as Record<string, string>),
  );
  text.addEventListener("input", () => {
    const written = text.value.split("\n").filter((line) => line.trim() !== "");
    lines.replaceChildren(...written.map((line) => paragraph(line, samples)));
  });
}

/** The paper is headed by its title, as the finished one is. */
for (const head of document.querySelectorAll<HTMLElement>("[data-heads]")) {
  const title = document.getElementById(head.dataset["heads"] ?? "");
  if (!(title instanceof HTMLInputElement)) continue;
  const untitled = head.dataset["untitled"] ?? "";
  title.addEventListener("input", () => (head.textContent = title.value.trim() || untitled));
}

function paragraph(line: string, samples: ReadonlyMap<string, string>): HTMLElement {
  const shown = document.createElement("p");
  for (const part of line.split(/(\{\{[^{}]+\}\})/)) {
    const sample = part.startsWith("{{") ? samples.get(part.slice(2, -2).trim()) : undefined;
    if (sample === undefined) {
      shown.append(part);
      continue;
    }
    const mark = document.createElement("mark");
    mark.textContent = sample;
    shown.append(mark);
  }
  return shown;
}
