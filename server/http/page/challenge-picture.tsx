import type { ChallengePicture } from "../../credentials/sign-in-challenge.ts";

/** Own drawings on a grid of 64: what is light is filled, what is dark is a line. */
const drawings: Readonly<Record<ChallengePicture, { readonly fill: string; readonly line: string }>> = {
  lotus: {
    fill: "M32 12c7 8 8 18 0 32c-8-14-7-24 0-32M16 22c9 3 14 10 16 22c-11-2-17-9-16-22M48 22c-9 3-14 10-16 22c11-2 17-9 16-22",
    line: "M8 44c8 8 16 10 24 10s16-2 24-10",
  },
  elephant: {
    fill: "M14 30c0-9 7-14 16-14h8c9 0 14 6 14 14v8H20c-4 0-6-3-6-8",
    line: "M20 38v14h7V42M38 42v10h7V38M52 30c5 2 6 8 5 14c0 4-4 5-5 2M41 24v.01M30 18c6 3 7 11 2 15c-4 1-7-1-8-4",
  },
  boat: {
    fill: "M8 40h48l-8 12H16zM30 10v26H14zM36 16l14 20H36z",
    line: "M6 58c4-3 8-3 12 0s8 3 12 0s8-3 12 0s8 3 12 0",
  },
  umbrella: {
    fill: "M8 32c0-14 11-22 24-22s24 8 24 22c-4-4-12-4-16 0c-4-4-12-4-16 0c-4-4-12-4-16 0",
    line: "M32 6v4M32 32v18c0 8-10 8-10 1",
  },
  mango: {
    fill: "M40 14c12 6 14 22 4 32S16 56 13 44s8-16 15-24c4-4 7-8 12-6",
    line: "M40 14c0-4 2-6 5-8M45 8c5-3 10-1 12 3c-4 3-9 2-12-3",
  },
  temple: {
    fill: "M32 6l10 16H22zM16 36l16-16l16 16zM18 36h28v20H18z",
    line: "M10 38c4 0 6-2 8-4M54 38c-4 0-6-2-8-4M32 6V2M28 56V44h8v12M8 56h48",
  },
  fish: {
    fill: "M6 32c8-12 26-16 38-2l12-9v22l-12-9c-12 14-30 10-38-2",
    line: "M16 29v.01M26 24c3 5 3 11 0 16",
  },
  kite: { fill: "M32 6l18 20l-18 22l-18-22z", line: "M32 6v42M14 26h36M32 48c-6 4 6 6 0 12" },
  bell: {
    fill: "M16 44c5-4 4-12 5-18c1-8 5-12 11-12s10 4 11 12c1 6 0 14 5 18z",
    line: "M32 14V6M27 50c1 6 9 6 10 0",
  },
  coconut: {
    fill: "M32 18c14 0 22 8 22 18S44 56 32 56S10 46 10 36s8-18 22-18",
    line: "M32 18c-8 4-14 3-18 6M32 18l6-12M24 34v.01M38 32v.01M31 42v.01",
  },
  bird: {
    fill: "M12 34c0-10 8-16 18-14c4-8 16-7 17 2l9 4l-9 3c0 14-8 21-18 21c-9 0-17-6-17-16",
    line: "M42 22v.01M20 34c6 8 14 8 20 2M26 50v8M34 49v9",
  },
  lantern: {
    fill: "M22 18h20c10 8 10 22 0 30H22c-10-8-10-22 0-30",
    line: "M32 4v8M24 12h16v6M24 54h16v-6M32 18v30M24 18c-5 10-5 20 0 30M40 18c5 10 5 20 0 30M28 54v6M36 54v6",
  },
};

/** A picture of the riddle, large, with its word for who cannot see it. */
export function ChallengeDrawing({ picture, size }: { picture: ChallengePicture; size: number }) {
  const { fill, line } = drawings[picture];
  return (
    <svg
      class="riddle-drawing"
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
    >
      <path class="riddle-fill" d={fill} />
      <path class="riddle-line" d={line} />
    </svg>
  );
}
