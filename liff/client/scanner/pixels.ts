type Surface = OffscreenCanvas | HTMLCanvasElement;

let surface: Surface | null = null;

/** The pixels of a picture at its own size. One canvas is kept, for the next picture has the same size. */
export function pixelsOf(picture: ImageBitmap | HTMLCanvasElement): ImageData {
  const { width, height } = picture;
  surface ??= makeSurface(width, height);
  if (surface.width !== width) surface.width = width;
  if (surface.height !== height) surface.height = height;
  const context = contextOf(surface);
  if (!context) throw new Error("no canvas");
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, width, height);
}

function contextOf(canvas: Surface) {
  const often = { willReadFrequently: true };
  return canvas instanceof HTMLCanvasElement
    ? canvas.getContext("2d", often)
    : canvas.getContext("2d", often);
}

function makeSurface(width: number, height: number): Surface {
  if (typeof document === "undefined") return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement("canvas"), { width, height });
}
