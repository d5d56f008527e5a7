import type { Picture, QrReader } from "./reader.ts";

/** Weak phones rest as long as they worked; quick ones look again with the next picture. */
const shortestRestMs = 30;
const longestRestMs = 250;

/**
 * Looks at a running video again and again until it is over, and hands over the texts of each picture in
 * which there are any. One picture at a time, at the camera's own size.
 */
export async function watch(
  video: HTMLVideoElement,
  reader: QrReader,
  isOver: () => boolean,
  onTexts: (texts: readonly string[]) => void,
): Promise<void> {
  while (!isOver()) {
    const startedAt = performance.now();
    const texts = video.readyState >= 2 ? await look(video, reader) : [];
    if (isOver()) return;
    if (texts.length > 0) onTexts(texts);
    const tookMs = performance.now() - startedAt;
    await rest(Math.min(longestRestMs, Math.max(shortestRestMs, tookMs)));
  }
}

async function look(video: HTMLVideoElement, reader: QrReader): Promise<readonly string[]> {
  try {
    return await reader.read(await stillOf(video));
  } catch {
    return [];
  }
}

/** The picture shown now. Old phones without ImageBitmap of a video get a canvas. */
export async function stillOf(video: HTMLVideoElement): Promise<Picture> {
  if (typeof createImageBitmap === "function") {
    const bitmap = await createImageBitmap(video).catch(() => null);
    if (bitmap) return bitmap;
  }
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return canvas;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
