/**
 * Makes a chosen picture small before it is sent: phones take pictures of ten megabytes. Without this the form sends what
 * was chosen, and the server says when it is too large.
 */
import { readPicture } from "./id-check/picture.ts";

const longestSide = 800;
const quality = 0.85;

const input = document.querySelector<HTMLInputElement>("#picture");
input?.addEventListener("change", () => void shrink(input));

async function shrink(chosen: HTMLInputElement): Promise<void> {
  const [file] = chosen.files ?? [];
  const picture = await readPicture(file);
  if (!file || !picture) return;
  const jpeg = await drawn(picture);
  picture.close();
  // Another file may have been chosen meanwhile.
  if (!jpeg || chosen.files?.[0] !== file) return;
  const moved = new DataTransfer();
  moved.items.add(new File([jpeg], "picture.jpg", { type: "image/jpeg" }));
  chosen.files = moved.files;
}

function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
