import type { Child } from "hono/jsx";

/**
 * Where the camera shows itself: the picture, the corners to aim with, and the buttons at its foot. Hidden until the
 * script opens the camera; `view` and `video` are its ids.
 */
export function ScannerFrame({
  label,
  hidden = true,
  children,
}: {
  label: string;
  hidden?: boolean;
  children?: Child;
}) {
  return (
    <div class="scanner" id="view" role="group" aria-label={label} hidden={hidden}>
      <video id="video" playsinline muted aria-hidden="true"></video>
      <div class="scanner-aim" aria-hidden="true"></div>
      {children ? <div class="scanner-bar">{children}</div> : null}
    </div>
  );
}
