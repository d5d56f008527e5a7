/** Shows the button that prints this page, which without a script would do nothing. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
