/** Makes the letters of a one-line element smaller until the line fits, whenever its width or its typeface changes. */
export function shrinkToFit(element: HTMLElement): void {
  const asked = element.style.fontSize;
  let fitted = 0;
  const fit = () => {
    const width = element.clientWidth;
    if (width === 0 || width === fitted) return;
    fitted = width;
    element.style.fontSize = asked;
    let size = Number.parseFloat(getComputedStyle(element).fontSize);
    // Letters that are placed on whole pixels do not shrink in proportion: a last step or two may be missing.
    while (element.scrollWidth > width && size > 1) {
      size = Math.min(Math.floor(((size * width) / element.scrollWidth) * 10) / 10, size - 0.1);
      element.style.fontSize = `${size}px`;
    }
    if (document.fonts.status === "loading") void document.fonts.ready.then(fitAgain);
  };
  const fitAgain = () => {
    fitted = 0;
    fit();
  };
  element.classList.add("flex-shrinks");
  new ResizeObserver(fit).observe(element);
}
