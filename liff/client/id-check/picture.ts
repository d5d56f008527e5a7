/** A part of a picture in shares of its width and height. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const longestSide = 1_600;
const quality = 0.85;
const heaviestBytes = 1_400_000;
/** Towards the upper left corner, where the server's own band does not lie. */
const aside = -0.18;

/** Decodes what was chosen, upright; null: nothing was, or the browser cannot draw it. */
export function readPicture(file: File | undefined): Promise<ImageBitmap | null> {
  return file ? createImageBitmap(file).catch(() => null) : Promise.resolve(null);
}

/** Draws a picture as it will be sent: at most 1,600 pixels wide, covered, then crossed out with words. */
export async function makeJpeg(
  picture: ImageBitmap,
  how: { readonly canvas: HTMLCanvasElement; readonly words: string; readonly masks: readonly Place[] },
): Promise<Blob> {
  const { canvas, words, masks } = how;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  await document.fonts.ready;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  for (const { left, top, width, height } of masks) {
    context.fillRect(left * canvas.width, top * canvas.height, width * canvas.width, height * canvas.height);
  }
  crossOut(context, canvas, words);
  const jpeg = await encoded(canvas, quality);
  return jpeg.size > heaviestBytes ? encoded(canvas, 0.65) : jpeg;
}

function encoded(canvas: HTMLCanvasElement, share: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/jpeg", share);
  });
}

/** Two lines up to the right and the words between them, light with a dark edge: they show on anything. */
function crossOut(
  context: CanvasRenderingContext2D,
  { width, height }: HTMLCanvasElement,
  words: string,
): void {
  const [shorter, diagonal] = [Math.min(width, height), Math.hypot(width, height)];
  const font = getComputedStyle(document.body).fontFamily;
  context.save();
  context.translate((width / 2) * (1 + aside), (height / 2) * (1 + aside));
  context.rotate(-Math.atan2(height, width));
  context.font = `600 100px ${font}`;
  const room = diagonal * (1 + aside) * 0.9;
  const size = Math.min(shorter * 0.055, (room / context.measureText(words).width) * 100);
  context.font = `600 ${size}px ${font}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  const ink = (draw: () => void, thickness: number) => {
    context.strokeStyle = "rgb(16 42 84 / 60%)";
    context.lineWidth = thickness;
    draw();
  };
  ink(() => context.strokeText(words, 0, size * 0.3), size * 0.16);
  context.fillStyle = "rgb(255 255 255 / 75%)";
  context.fillText(words, 0, size * 0.3);
  for (const across of [-size * 0.95, size * 0.95]) {
    for (const [style, thickness] of [
      ["rgb(16 42 84 / 60%)", shorter * 0.008],
      ["rgb(255 255 255 / 75%)", shorter * 0.004],
    ] as const) {
      context.beginPath();
      context.moveTo(-diagonal, across);
      context.lineTo(diagonal, across);
      context.strokeStyle = style;
      context.lineWidth = Math.max(1, thickness);
      context.stroke();
    }
  }
  context.restore();
}
