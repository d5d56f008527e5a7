import { encode } from "uqr";
import { quietModules } from "../../server/visits/qr-drawing.ts";
import { blank, type Grey } from "./grey.ts";

/** How the camera sees the QR. Lengths in parts of the picture's height. */
export interface View {
  readonly centreX: number;
  readonly centreY: number;
  /** Side of the QR with its quiet zone. */
  readonly side: number;
  /** Turned so far, in degrees. */
  readonly turned: number;
  /** Leaning away sideways and upwards: 0 not at all, 0.5 strongly. */
  readonly leanX: number;
  readonly leanY: number;
  readonly inverted: boolean;
}

export const frontal: View = {
  centreX: 0.5,
  centreY: 0.5,
  side: 0.7,
  turned: 0,
  leanX: 0,
  leanY: 0,
  inverted: false,
};

const paper = 232;
const ink = 24;
const samplesAcross = 2;

/** Paints what a camera sees: a QR of the text on paper, on a counter that is not empty. */
export function paintScene(text: string, view: View, width: number, height: number): Grey {
  const { data } = encode(text, { ecc: "M", border: quietModules });
  const modules = data.length;
  const picture = blank(width, height);
  const spread = samplesAcross * samplesAcross;
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      let sum = 0;
      for (let sample = 0; sample < spread; sample += 1) {
        const dx = ((sample % samplesAcross) + 0.5) / samplesAcross;
        const dy = (Math.floor(sample / samplesAcross) + 0.5) / samplesAcross;
        const [u, v] = toPaper(view, (x + dx) / height, (y + dy) / height);
        sum += onPaper(data, modules, u, v) ?? counter(x / height, y / height);
      }
      const value = sum / spread;
      picture.values[at] = view.inverted ? 255 - value : value;
    }
  }
  return picture;

  function toPaper(from: View, x: number, y: number): [number, number] {
    const angle = (from.turned * Math.PI) / 180;
    const [px, py] = [x - from.centreX * (width / height), y - from.centreY];
    const across = (px * Math.cos(angle) + py * Math.sin(angle)) / from.side;
    const down = (-px * Math.sin(angle) + py * Math.cos(angle)) / from.side;
    const depth = 1 - from.leanX * across - from.leanY * down;
    return [across / depth + 0.5, down / depth + 0.5];
  }
}

/** The value on the paper at u, v (0 to 1 across it); null: beside it. */
function onPaper(data: boolean[][], modules: number, u: number, v: number): number | null {
  if (u < 0 || v < 0 || u >= 1 || v >= 1) return null;
  return data[Math.floor(v * modules)]?.[Math.floor(u * modules)] ? ink : paper;
}

/** A counter with a grain and a few things on it. */
function counter(x: number, y: number): number {
  const grain = 18 * Math.sin(x * 61 + Math.sin(y * 13) * 3);
  const thing = Math.hypot(x - 0.2, y - 0.85) < 0.12 || Math.abs(y - 0.06) < 0.03;
  return (thing ? 70 : 140) + grain;
}
