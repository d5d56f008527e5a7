/** Why there is no picture: the citizen said no, there is no camera, or it cannot be used now. */
export type CameraRefusal = "refused" | "missing" | "busy";

export interface Camera {
  readonly stream: MediaStream;
  /** Null: this camera has no light. */
  readonly torch: ((on: boolean) => Promise<void>) | null;
  stop(): void;
}

interface TorchCapabilities {
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
}

const wanted: MediaTrackConstraints = {
  facingMode: { ideal: "environment" },
  width: { ideal: 1920 },
  height: { ideal: 1080 },
};

/** Opens the camera at the back, as sharp as it goes. This is where the phone asks the citizen. */
export async function openCamera(): Promise<Camera | CameraRefusal> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) return "missing";
  const answer = await devices.getUserMedia({ video: wanted, audio: false }).catch((error: unknown) => error);
  return answer instanceof MediaStream ? cameraOf(answer) : refusalOf(answer);
}

function cameraOf(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  const can = capabilitiesOf(track);
  const apply = (change: object) => track?.applyConstraints({ advanced: [change] }) ?? Promise.resolve();
  if (can.focusMode?.includes("continuous")) void apply({ focusMode: "continuous" }).catch(() => {});
  return {
    stream,
    torch: can.torch ? (on) => apply({ torch: on }) : null,
    stop: () => stream.getTracks().forEach((each) => each.stop()),
  };
}

/** Older phones do not say what their camera can. */
function capabilitiesOf(track: MediaStreamTrack | undefined): TorchCapabilities {
  const asked: { getCapabilities?: () => object } | undefined = track;
  return asked?.getCapabilities?.() ?? {};
}

function refusalOf(error: unknown): CameraRefusal {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "missing" : "busy";
}
