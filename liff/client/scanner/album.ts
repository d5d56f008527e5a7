import type { QrReader } from "./reader.ts";

/** Pictures are looked at in these sizes (longest side in pixels): a sharp one, then one with less grain. */
const sides = [2400, 1100];

/** The texts of the QR codes in a picture file. Rejects what is no picture. */
export async function readFile(file: File, reader: QrReader): Promise<readonly string[]> {
  const image = await load(file);
  for (const side of sides) {
    const texts = await reader.read(drawn(image, side));
    if (texts.length > 0) return texts;
  }
  return [];
}

async function load(file: File): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

function drawn(image: HTMLImageElement, longestSide: number): HTMLCanvasElement {
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, longestSide / Math.max(naturalWidth, naturalHeight, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(naturalHeight * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
