/**
 * A refusal that stood at a field is taken away once the field is answered anew: what was mended does not look wrong any
 * more. Whether it is right is judged when it is sent.
 */
export function takeRefusalAway(target: EventTarget | null): void {
  const field = target instanceof Element ? target.closest(".field.refused") : null;
  if (!field) return;
  field.classList.remove("refused");
  for (const said of field.querySelectorAll(".refusal")) said.remove();
  for (const input of field.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
}
