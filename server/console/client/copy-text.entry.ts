/** Buttons that copy a text of the page; without script they are not there, and the text can be selected. */
for (const row of document.querySelectorAll<HTMLElement>("[data-copies]")) {
  const source = document.getElementById(row.dataset["copies"] ?? "");
  const said = row.querySelector("[role=status]");
  row.hidden = false;
  row.querySelector("button")?.addEventListener("click", () => {
    navigator.clipboard.writeText(source?.textContent ?? "").then(
      () => {
        if (said) said.textContent = row.dataset["copied"] ?? "";
      },
      () => {
        if (source) getSelection()?.selectAllChildren(source);
      },
    );
  });
}
