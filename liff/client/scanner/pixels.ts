type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

let kept: Context | null = null;

/** The pixels of a picture at its own size. One canvas is kept, for the next picture has the same size. */
export function pixelsOf(picture: ImageBitmap | HTMLCanvasElement): ImageData {
  const { width, height } = picture;
  kept ??= makeContext();
  if (!kept) throw new Error("no canvas");
  const { canvas } = kept;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  kept.drawImage(picture, 0, 0);
  return kept.getImageData(0, 0, width, height);
}

/** In a worker there is no document, on old phones no canvas but the document's. */
function makeContext(): Context | null {
  return typeof document === "undefined"
    ? new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
    : document.createElement("canvas").getContext("2d", { willReadFrequently: true });
}
