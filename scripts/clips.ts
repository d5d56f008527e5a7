import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hardClips, type HardClip } from "./clips/hard-clips.ts";
import type { Grey } from "./clips/grey.ts";
import { paintScene, type View } from "./clips/scene.ts";
import { y4m } from "./clips/y4m.ts";

export interface WrittenClip {
  readonly name: string;
  readonly path: string;
}

const width = 1280;
const height = 720;
const framesPerSecond = 10;
const frameCount = 4;

/**
 * Writes twelve hard films of one QR into a folder, for the fake camera of Chromium
 * (`--use-file-for-fake-video-capture`): the same text and code give the same bytes. The hand moves a little from
 * frame to frame, as hands do.
 */
export async function writeClips(
  text: string,
  folder: string,
  clips: readonly HardClip[] = hardClips,
): Promise<readonly WrittenClip[]> {
  await mkdir(folder, { recursive: true });
  const written: WrittenClip[] = [];
  for (const clip of clips) {
    const path = join(folder, `${clip.name}.y4m`);
    await writeFile(path, y4m(framesOf(text, clip), framesPerSecond));
    written.push({ name: clip.name, path });
  }
  return written;
}

/** The pictures of one clip, in order. */
export function framesOf(text: string, clip: HardClip): Grey[] {
  return Array.from({ length: frameCount }, (_, frame) => {
    const scene = paintScene(text, movedBy(clip.view, frame), width, height);
    return clip.effects.reduce((picture, effect) => effect(picture, frame), scene);
  });
}

function movedBy(view: View, frame: number): View {
  const sway = Math.sin((frame / frameCount) * 2 * Math.PI);
  return { ...view, centreX: view.centreX + sway * 0.006, turned: view.turned + sway * 0.8 };
}

if (process.argv[1]?.endsWith("clips.ts")) {
  const [text, folder] = process.argv.slice(2);
  if (!text || !folder) throw new Error("usage: clips.ts <text of the QR> <folder>");
  for (const clip of await writeClips(text, folder)) console.log(clip.path);
}
