/** Makes the letters of a one-line element smaller until the line fits, whenever its width changes. */
export function shrinkToFit(element: HTMLElement): void {
  const asked = element.style.fontSize;
  let fitted = 0;
  const fit = () => {
    const width = element.clientWidth;
    if (width === 0 || width === fitted) return;
    fitted = width;
    element.style.fontSize = asked;
    const share = width / element.scrollWidth;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (share < 1) element.style.fontSize = `${Math.floor(size * share * 10) / 10}px`;
  };
  element.classList.add("flex-shrinks");
  new ResizeObserver(fit).observe(element);
}
