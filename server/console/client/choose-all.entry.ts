/** One box that chooses all the others of its form, and says by its state whether all, some or none are. */
for (const row of document.querySelectorAll<HTMLElement>("[data-chooses]")) {
  const all = row.querySelector<HTMLInputElement>("input");
  const form = row.closest("form");
  if (all === null || form === null) continue;
  const others = [
    ...form.querySelectorAll<HTMLInputElement>(`input[name="${row.dataset["chooses"] ?? ""}"]`),
  ];
  const tell = () => {
    const chosen = others.filter(({ checked }) => checked).length;
    all.checked = chosen > 0 && chosen === others.length;
    all.indeterminate = chosen > 0 && chosen < others.length;
  };
  all.addEventListener("change", () => {
    for (const other of others) other.checked = all.checked;
  });
  for (const other of others) other.addEventListener("change", tell);
  row.hidden = false;
  tell();
}
