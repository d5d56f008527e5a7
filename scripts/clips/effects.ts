import { blank, mapped, noiseSource, type Grey } from "./grey.ts";

/** One thing that spoils a picture; `frame` counts from 0, so that no two frames are spoilt alike. */
export type Effect = (picture: Grey, frame: number) => Grey;

/** Out of focus: the mean over a square of so many pixels around, twice (nearly a disc). */
export function defocus(radius: number): Effect {
  return (picture) => twice((grey) => streak(streak(grey, radius, 1, 0), radius, 0, 1), picture);
}

/** Shaken while exposing: the mean along a line of so many pixels to either side. */
export function shake(radius: number, dx: number, dy: number): Effect {
  return (picture) => streak(picture, radius, dx, dy);
}

/** All values drawn towards a grey: 1 leaves them, 0 leaves nothing. */
export function contrast(part: number, around: number): Effect {
  return (picture) => mapped(picture, (value) => around + (value - around) * part);
}

/** Little light: dark, with a lamp from one side. */
export function darkness(brightest: number): Effect {
  return (picture) =>
    mapped(picture, (value, x) => (value / 255) * brightest * (0.55 + (0.45 * x) / picture.width));
}

/** A lamp mirrored in the glass: washes out all around a point of the picture. */
export function glare(centreX: number, centreY: number, size: number, strength: number): Effect {
  return (picture) =>
    mapped(picture, (value, x, y) => {
      const far = Math.hypot(x / picture.height - centreX, y / picture.height - centreY) / size;
      const light = strength * Math.exp(-far * far);
      return value + (255 - value) * light;
    });
}

/** Cracked glass: thin bright lines across the picture. */
export function cracks(count: number, seed: number): Effect {
  const random = noiseSource(seed);
  const lines = Array.from({ length: count }, () => {
    const angle = random() * Math.PI;
    return { nx: Math.cos(angle), ny: Math.sin(angle), at: 0.35 + random() * 0.6 };
  });
  return (picture) =>
    mapped(picture, (value, x, y) => {
      const near = lines.some(
        (line) => Math.abs((x * line.nx + y * line.ny) / picture.height - line.at) < 0.0016,
      );
      return near ? 235 : value;
    });
}

/** Grain of a sensor: up to `strength` either way, a different one each frame. */
export function grain(strength: number, seed: number): Effect {
  return (picture, frame) => {
    const random = noiseSource(seed + frame * 7919);
    return mapped(picture, (value) => value + (random() + random() - 1) * strength);
  };
}

function twice(effect: (picture: Grey) => Grey, picture: Grey): Grey {
  return effect(effect(picture));
}

/** The mean of 2·radius + 1 pixels along a direction (steps of whole pixels), edges repeated. */
function streak(picture: Grey, radius: number, dx: number, dy: number): Grey {
  const { width, height, values } = picture;
  const out = blank(width, height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      let sum = 0;
      for (let step = -radius; step <= radius; step += 1) {
        const sx = Math.min(width - 1, Math.max(0, x + step * dx));
        const sy = Math.min(height - 1, Math.max(0, y + step * dy));
        sum += values[sy * width + sx] ?? 0;
      }
      out.values[at] = sum / (2 * radius + 1);
    }
  }
  return out;
}
