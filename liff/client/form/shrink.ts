const longestSide = 1_600;
const quality = 0.85;
/** A small drawing keeps its sharp edges as PNG. */
const smallPngBytes = 400_000;

/**
 * A picture as it is sent: at most 1,600 pixels wide and high, upright, and nothing of the old file but its pixels (no
 * place, no device). What is no picture, or what the browser cannot draw, goes as it is, for the server to judge.
 */
export async function shrunk(file: File, accept: string): Promise<Blob> {
  // A drawing (SVG) could be drawn to a blank picture: the server says that it takes none.
  if (!file.type.startsWith("image/") || file.type.startsWith("image/svg")) return file;
  if (file.type === "image/png" && file.size <= smallPngBytes) return file;
  const image = await drawable(file);
  if (!image) return file;
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext("2d");
  if (!context) return file;
  const type = accept.includes("image/jpeg") ? "image/jpeg" : "image/png";
  if (type === "image/jpeg") {
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), type, quality));
}

/** An image of the file, with its camera's turn; null: the browser cannot draw it. */
export function drawable(file: Blob): Promise<HTMLImageElement | null> {
  const image = new Image();
  const url = URL.createObjectURL(file);
  return new Promise((resolve) => {
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = url;
  }).then((found) => {
    URL.revokeObjectURL(url);
    return found as HTMLImageElement | null;
  });
}
