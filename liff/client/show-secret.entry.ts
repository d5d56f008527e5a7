/** Lets a PIN be seen while it is typed: each button with `data-show` shows and hides the input of that id. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-show]")) {
  const input = document.getElementById(button.dataset["show"] ?? "");
  if (!(input instanceof HTMLInputElement)) continue;
  const words = { show: button.textContent, hide: button.dataset["hideLabel"] ?? "" };
  button.setAttribute("aria-controls", input.id);
  button.setAttribute("aria-pressed", "false");
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    button.textContent = shown ? words.hide : words.show;
    button.setAttribute("aria-pressed", String(shown));
    input.focus();
  });
  input.form?.addEventListener("submit", () => (input.type = "password"));
}
