import { crossOutInk, layCrossOut } from "../../../server/kernel/cross-out-band.ts";

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
const family = "cross-out";

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

/** Brings in the typeface the server crosses out with; a phone that cannot have it draws with the page's own. */
export async function bringTypeface(address: string): Promise<void> {
  const face = new FontFace(family, `url("${address}")`, { weight: "700" });
  document.fonts.add(await face.load());
}

/** The two rules and the words between them, where the server draws them again. */
function crossOut(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement, words: string): void {
  const fonts = `"${family}", ${getComputedStyle(document.body).fontFamily}`;
  context.font = `700 100px ${fonts}`;
  context.textRendering = "geometricPrecision";
  const band = layCrossOut(canvas, words, (text) => context.measureText(text).width / 100);
  const reach = Math.hypot(canvas.width, canvas.height) / 2;
  context.save();
  context.translate(band.x, band.y);
  context.rotate(band.angle);
  context.font = `700 ${band.size}px ${fonts}`;
  context.textAlign = "center";
  context.lineJoin = "round";
  const rules = (thickness: number) => {
    context.lineWidth = thickness;
    context.beginPath();
    for (const down of band.rules) {
      context.moveTo(-reach, down);
      context.lineTo(reach, down);
    }
    context.stroke();
  };
  context.strokeStyle = context.fillStyle = inkOf(crossOutInk.edge);
  rules(band.ruleThickness + 2 * band.edge);
  context.lineWidth = 2 * band.edge;
  for (const { text, down } of band.rows) context.strokeText(text, 0, down);
  context.strokeStyle = context.fillStyle = inkOf(crossOutInk.letters);
  rules(band.ruleThickness);
  for (const { text, down } of band.rows) context.fillText(text, 0, down);
  context.restore();
}

function inkOf({ colour, share }: { readonly colour: readonly number[]; readonly share: number }): string {
  return `rgb(${colour.join(" ")} / ${share * 100}%)`;
}
