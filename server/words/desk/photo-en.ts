import type { Shape } from "../shape.ts";
import type { photoTh } from "./photo-th.ts";

/** The photo of what was done, taken before a repair is closed (N10), in English. */
export const photoEn: Shape<typeof photoTh> = {
  title: "Photo of what was done",
  lead: "Take it with the camera on this page before closing. No picture can be chosen from an album or a file; the time it was sent is kept too",
  take: "Photo of the finished work",
  open: "Open the camera",
  shoot: "Take the photo",
  retake: "Take it again",
  taken: "The photo taken, not sent yet",
  noCamera:
    "The camera did not open. Allow this site to use it and press “Open the camera” again. If this machine has none, open the petition on a phone and take the photo on the spot",
  noScript:
    "This browser runs no scripts, so the camera cannot open here. Open the petition on a phone and take the photo on the spot",
  keep: "Send photo",
  before: "The citizen's photo",
  after: "The officer's photo",
  none: "No photo yet",
  missing: "No photo was taken. Press “Open the camera”, then “Take the photo”, then “Send photo”",
};
