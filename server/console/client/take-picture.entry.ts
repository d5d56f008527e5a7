/**
 * A picture taken in the page: the counter's of face and card with the camera where there is one, else the file input
 * alone; the photo of what was done with the camera alone (`data-only="camera"`). A picture is drawn at most 1,600
 * pixels wide and put into the file input as JPEG, so that the form sends it like a chosen file.
 */
const longestSide = 1_600;
const quality = 0.85;

const panel = document.getElementById("picture-panel");
const input = document.getElementById("picture");
const video = document.getElementById("picture-video");
const shown = document.getElementById("picture-shown");
const button = document.getElementById("take-picture");
const moves = document.getElementById("picture-moves");
const state = document.getElementById("picture-state");

if (
  panel &&
  moves &&
  state &&
  input instanceof HTMLInputElement &&
  video instanceof HTMLVideoElement &&
  shown instanceof HTMLImageElement &&
  button instanceof HTMLButtonElement
) {
  start({ panel, moves, state, input, video, shown, button });
}

interface Parts {
  readonly panel: HTMLElement;
  readonly moves: HTMLElement;
  readonly state: HTMLElement;
  readonly input: HTMLInputElement;
  readonly video: HTMLVideoElement;
  readonly shown: HTMLImageElement;
  readonly button: HTMLButtonElement;
}

function start(parts: Parts): void {
  const { panel, moves, state, input, video, shown, button } = parts;
  const label = (text: string | undefined) => {
    const span = button.querySelector("span");
    if (span) span.textContent = text ?? "";
  };
  const isCameraOnly = panel.dataset["only"] === "camera";
  let stream: MediaStream | null = null;

  const open = async () => {
    try {
      const facing = isCameraOnly ? { facingMode: "environment" } : {};
      stream = await navigator.mediaDevices.getUserMedia({
        video: { width: { ideal: longestSide }, ...facing },
      });
    } catch {
      state.textContent = panel.dataset["refused"] ?? "";
      // Who may use no file tries the camera again, after allowing it or on another machine.
      moves.hidden = !isCameraOnly;
      return;
    }
    state.textContent = "";
    video.srcObject = stream;
    video.hidden = false;
    shown.hidden = true;
    await video.play();
    label(panel.dataset["shoot"]);
  };

  const shoot = async () => {
    const picture = await drawn(video, video.videoWidth, video.videoHeight);
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    if (picture) choose(parts, picture);
    label(panel.dataset["retake"]);
  };

  button.addEventListener("click", () => void (stream ? shoot() : open()));
  input.addEventListener("change", () => void shrink(parts));
  moves.hidden = !("mediaDevices" in navigator);
  if (moves.hidden && isCameraOnly) state.textContent = panel.dataset["refused"] ?? "";
}

/** Makes a chosen file as small as a taken picture; what the browser cannot draw goes as it is, for the server to say why. */
async function shrink(parts: Parts): Promise<void> {
  const file = parts.input.files?.[0];
  if (!file) return;
  const bitmap = await createImageBitmap(file).catch(() => null);
  const picture = bitmap && (await drawn(bitmap, bitmap.width, bitmap.height));
  if (picture) choose(parts, picture);
}

function choose({ input, shown }: Parts, picture: Blob): void {
  const files = new DataTransfer();
  files.items.add(new File([picture], "picture.jpg", { type: "image/jpeg" }));
  input.files = files.files;
  URL.revokeObjectURL(shown.src);
  shown.src = URL.createObjectURL(picture);
  shown.hidden = false;
}

function drawn(source: CanvasImageSource, width: number, height: number): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
export {};
