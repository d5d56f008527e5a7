/** Says how something stands: `waits` while it is under way, otherwise as what was refused. */
export function sayState(state: HTMLElement, sentence: string, waits = false): void {
  state.className = waits ? "hint" : "refusal";
  state.textContent = sentence;
}
