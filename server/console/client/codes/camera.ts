import { openCamera, type CameraRefusal } from "../../../../liff/client/scanner/camera.ts";
import { openReader } from "../../../../liff/client/scanner/open-reader.ts";
import type { QrReader } from "../../../../liff/client/scanner/reader.ts";
import { watch } from "../../../../liff/client/scanner/watch.ts";
import { desk, part, say } from "./page.ts";

/** The same QR is not checked again so soon, while the camera still looks at it. */
const againMs = 4_000;

let reader: Promise<QrReader> | null = null;
let end: (() => void) | null = null;

/** Opens the camera, and hands over what it reads until it is closed. */
export async function scanWithCamera(onText: (text: string) => void): Promise<void> {
  const { words } = desk;
  const said = {
    refused: words.cameraRefused,
    missing: words.cameraMissing,
    busy: words.cameraBusy,
  } satisfies Record<CameraRefusal, string>;
  reader ??= openReader(desk);
  const [camera, found] = await Promise.all([openCamera(), reader.catch(() => null)]);
  if (typeof camera === "string") return say("camera-said", said[camera], "refused");
  if (!found) {
    reader = null;
    camera.stop();
    return say("camera-said", words.offline, "refused");
  }
  const video = part<HTMLVideoElement>("video");
  const stopped = new AbortController();
  end = () => {
    stopped.abort();
    camera.stop();
    video.srcObject = null;
  };
  video.srcObject = camera.stream;
  await video.play().catch(() => {});
  showView(true);
  say("camera-said", words.looking);
  let last = { text: "", at: -againMs };
  await watch(
    video,
    found,
    () => stopped.signal.aborted,
    ([text]) => {
      if (text === undefined) return;
      if (text === last.text && performance.now() - last.at < againMs) return;
      last = { text, at: performance.now() };
      onText(text);
    },
  );
}

/** Closes it; nothing when it is not open. */
export function closeCamera(): void {
  end?.();
  end = null;
  showView(false);
  say("camera-said", "");
}

function showView(isOpen: boolean): void {
  part("view").hidden = !isOpen;
  part("open-camera").hidden = isOpen;
}
