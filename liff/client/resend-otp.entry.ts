/** Counts down to the next OTP: each form with `data-resend-in` waits so many seconds before it can be sent. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-resend-in]")) {
  const button = form.querySelector("button");
  const line = form.querySelector("small");
  const readyAt = performance.now() + Number(form.dataset["resendIn"]) * 1000;
  const waiting = form.dataset["waiting"] ?? "";
  if (button && line) wait(button, line, waiting, readyAt);
}

function wait(button: HTMLButtonElement, line: HTMLElement, waiting: string, readyAt: number): void {
  const left = Math.ceil((readyAt - performance.now()) / 1000);
  button.disabled = left > 0;
  line.hidden = left <= 0;
  if (left <= 0) return;
  line.textContent = waiting.replace("{seconds}", String(left));
  setTimeout(() => wait(button, line, waiting, readyAt), 250);
}
