import { drawable } from "./shrink.ts";

/** Of the drawing; it is shown half as large, for screens with two dots a pixel. */
const side = 112;

/**
 * A small square picture of a chosen file, to tell it from the others; null: it is no picture, or the browser cannot draw
 * it. Its name stands beside it, so that readers lose nothing.
 */
export async function previewOf(file: Blob): Promise<HTMLElement | null> {
  const image = file.type.startsWith("image/") ? await drawable(file) : null;
  if (!image) return null;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const { naturalWidth: width, naturalHeight: height } = image;
  const part = Math.min(width, height);
  const [left, top] = [(width - part) / 2, (height - part) / 2];
  canvas.getContext("2d")?.drawImage(image, left, top, part, part, 0, 0, side, side);
  return asPreview(canvas);
}

/** Adds the same to the lines of pictures that are kept already. */
export function previewKept(form: HTMLElement): void {
  for (const row of form.querySelectorAll("[data-picture]")) {
    const href = row.querySelector("a")?.href;
    if (href === undefined) continue;
    const image = new Image();
    image.loading = "lazy";
    image.onerror = () => image.remove();
    image.alt = "";
    image.src = href;
    row.prepend(asPreview(image));
  }
}

function asPreview<Drawn extends HTMLElement>(drawn: Drawn): Drawn {
  drawn.className = "file-preview";
  drawn.setAttribute("aria-hidden", "true");
  return drawn;
}
