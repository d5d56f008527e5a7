/**
 * Conditions of a question as sentences: once a question is chosen, the lists beside it hold only what fits it, and the
 * next line appears when the one before is used. Without script every list holds everything.
 */
for (const lines of document.querySelectorAll<HTMLElement>("[data-conditions]")) {
  const rows = [...lines.querySelectorAll<HTMLElement>("[data-condition]")];
  const show = () => rows.forEach((row, at) => showLine(row, at === 0 || isUsed(rows[at - 1])));
  for (const row of rows) row.addEventListener("change", show);
  show();
}

function isUsed(row: HTMLElement | undefined): boolean {
  return row?.querySelector<HTMLSelectElement>("[data-part=field]")?.value !== "";
}

function showLine(row: HTMLElement, isNext: boolean): void {
  const field = row.querySelector<HTMLSelectElement>("[data-part=field]");
  const op = row.querySelector<HTMLSelectElement>("[data-part=op]");
  const option = row.querySelector<HTMLSelectElement>("[data-part=option]");
  const text = row.querySelector<HTMLInputElement>("[data-part=text]");
  if (!field || !op || !option || !text) return;
  const chosen = field.selectedOptions[0];
  const ops = (chosen?.dataset["ops"] ?? "").split(" ");
  const has = chosen?.dataset["has"];
  row.hidden = !isNext && field.value === "";
  for (const one of op.options) one.hidden = one.disabled = field.value !== "" && !ops.includes(one.value);
  if (op.selectedOptions[0]?.disabled) op.value = ops[0] ?? "";
  for (const group of option.querySelectorAll("optgroup"))
    group.hidden = group.disabled = group.dataset["of"] !== field.value;
  const compares = field.value !== "" && !op.value.endsWith("answered");
  op.hidden = field.value === "";
  option.hidden = !compares || has !== "options";
  text.hidden = !compares || has !== "text";
}
