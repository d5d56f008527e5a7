import { words } from "./words.ts";

export type CameraChoice = "screen" | "real";

const keptAs = "simulator.camera";
const width = 1280;
const height = 960;

/** Which camera the LIFF browser is given; `?camera=real` in the address chooses for this visit. */
export function chosenCamera(): CameraChoice {
  const asked = new URLSearchParams(location.search).get("camera");
  return (asked ?? localStorage.getItem(keptAs)) === "real" ? "real" : "screen";
}

export function chooseCamera(choice: CameraChoice): void {
  localStorage.setItem(keptAs, choice);
}

/** Lets a frame's camera look at the QR that `look` finds, unless the real camera is chosen. */
export function giveCamera(frame: HTMLIFrameElement, look: () => Element | null): void {
  const page = frame.contentDocument;
  const devices = frame.contentWindow?.navigator.mediaDevices;
  if (!page || !devices) return;
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (constraints) =>
    chosenCamera() === "screen" && constraints?.video ? Promise.resolve(film(page, look)) : real(constraints);
}

/**
 * A film of what stands on the counter's screen, held by a hand that is not quite still. It is made in the page that
 * asked, so that the stream is one of that page's own.
 */
function film(page: Document, look: () => Element | null): MediaStream {
  const canvas = page.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("this browser draws no canvas");
  let seen: CanvasImageSource | null = null;
  let drawnAs = "";
  const watch = async () => {
    const found = look();
    if (found instanceof HTMLElement || !found) return void (seen = pictureIn(found));
    const text = new XMLSerializer().serializeToString(found);
    if (text === drawnAs) return;
    drawnAs = text;
    seen = await pictureOf(text);
  };
  const paint = () => {
    if (page.defaultView === null) return end();
    drawFrame(brush, seen, performance.now() / 1000);
  };
  void watch().then(paint);
  const timers = [window.setInterval(() => void watch(), 300), window.setInterval(paint, 66)];
  const end = () => timers.forEach((timer) => window.clearInterval(timer));
  const stream = canvas.captureStream(15);
  for (const track of stream.getTracks()) {
    const stop = track.stop.bind(track);
    track.stop = () => {
      end();
      stop();
    };
  }
  return stream;
}

function pictureIn(found: Element | null): CanvasImageSource | null {
  const tag = found?.tagName.toLowerCase();
  return tag === "img" || tag === "canvas" ? (found as HTMLImageElement | HTMLCanvasElement) : null;
}

async function pictureOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image(640, 640);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode().catch(() => undefined);
  return image;
}

function drawFrame(brush: CanvasRenderingContext2D, seen: CanvasImageSource | null, seconds: number): void {
  const wall = brush.createLinearGradient(0, 0, 0, height);
  wall.addColorStop(0, "#3a4a48");
  wall.addColorStop(1, "#1f2a29");
  brush.fillStyle = wall;
  brush.fillRect(0, 0, width, height);
  const side = 620;
  const x = (width - side) / 2 + Math.sin(seconds * 1.3) * 8;
  const y = (height - side) / 2 + Math.cos(seconds * 1.7) * 6;
  brush.fillStyle = "#ffffff";
  brush.beginPath();
  brush.roundRect(x - 40, y - 40, side + 80, side + 80, 28);
  brush.fill();
  if (seen) return brush.drawImage(seen, x, y, side, side);
  brush.fillStyle = "#57503f";
  brush.font = "36px 'Plex Looped', sans-serif";
  brush.textAlign = "center";
  brush.fillText(words.cameraNothing, x + side / 2, y + side / 2);
}
