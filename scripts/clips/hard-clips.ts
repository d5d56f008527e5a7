import { contrast, cracks, darkness, defocus, glare, grain, shake, type Effect } from "./effects.ts";
import { frontal, type View } from "./scene.ts";

/** One hard way of looking at a QR: from where, and what spoils the picture. */
export interface HardClip {
  readonly name: string;
  readonly view: View;
  readonly effects: readonly Effect[];
}

const sensor = grain(10, 11);

/** Twelve that a scanner for old phones must read, each alone and at last most of them together. */
export const hardClips: readonly HardClip[] = [
  { name: "out-of-focus", view: frontal, effects: [defocus(4), sensor] },
  { name: "shaken", view: frontal, effects: [shake(7, 1, 1), sensor] },
  { name: "tilted", view: { ...frontal, turned: 33, side: 0.6 }, effects: [sensor] },
  { name: "low-contrast", view: frontal, effects: [contrast(0.14, 150), grain(8, 5)] },
  { name: "low-light", view: frontal, effects: [darkness(46), grain(9, 3)] },
  { name: "noisy", view: frontal, effects: [grain(110, 23)] },
  { name: "small", view: { ...frontal, side: 0.16, centreX: 0.62, centreY: 0.44 }, effects: [sensor] },
  { name: "perspective", view: { ...frontal, leanX: 0.42, leanY: 0.3, side: 0.6 }, effects: [sensor] },
  { name: "inverted", view: { ...frontal, inverted: true, side: 0.5 }, effects: [sensor] },
  { name: "glare", view: frontal, effects: [glare(1, 0.62, 0.16, 0.85), sensor] },
  { name: "cracked-glass", view: { ...frontal, turned: 8 }, effects: [cracks(6, 7), defocus(1), sensor] },
  {
    name: "all-together",
    view: { ...frontal, turned: -14, side: 0.45, leanX: 0.22, leanY: -0.18, centreX: 0.46 },
    effects: [defocus(1), shake(2, 1, 0), contrast(0.5, 120), darkness(120), grain(14, 77)],
  },
];
