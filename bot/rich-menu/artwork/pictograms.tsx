import type { Child } from "hono/jsx";
import type { Tile } from "../../tiles.ts";

/** The colours of one tile: lines, the light behind them, and the ground they stand on. */
export interface Inks {
  readonly line: string;
  readonly light: string;
  readonly ground: string;
}

/** Draws the picture of each tile on a grid of 96, in two colours and a ground. */
export const pictograms: Record<Tile, (inks: Inks) => Child> = {
  code: ({ line, light, ground }) => (
    <>
      <Finder x={8} y={8} colour={line} />
      <Finder x={54} y={8} colour={line} />
      <Finder x={8} y={54} colour={line} />
      <path d="M52 90V70a18 18 0 0 1 36 0v20z" fill={light} />
      <path d="M88 90V70a11 15 0 0 0-22 0v16z" fill={line} />
      <circle cx="71" cy="78" r="2.2" fill={ground} />
      <path d="M46 90h46" stroke={line} stroke-width="5" stroke-linecap="round" />
    </>
  ),
  petition: ({ line, light, ground }) => (
    <>
      <Sheet line={line} ground={ground} />
      <path d="M28 38h26M28 52h20" stroke={line} stroke-width="5" stroke-linecap="round" />
      <path
        d="M47 79l4-14 28-28a6.5 6.5 0 0 1 9.5 9.5L60.5 75z"
        fill={light}
        stroke={line}
        stroke-width="5"
        stroke-linejoin="round"
      />
    </>
  ),
  track: ({ line, light, ground }) => (
    <>
      <Sheet line={line} ground={ground} />
      <path d="M28 38h26M28 52h14" stroke={line} stroke-width="5" stroke-linecap="round" />
      <circle cx="66" cy="66" r="21" fill={light} stroke={line} stroke-width="5" />
      <path
        d="M66 54v13l8.5 6"
        fill="none"
        stroke={line}
        stroke-width="5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </>
  ),
  documents: ({ line, light, ground }) => (
    <>
      <path d="M22 46V14h36l14 14v24" fill={ground} stroke={line} stroke-width="5" stroke-linejoin="round" />
      <path d="M58 14v14h14" fill="none" stroke={line} stroke-width="5" stroke-linejoin="round" />
      <path d="M8 84V42h24l7 8h49v34z" fill={light} stroke={line} stroke-width="5" stroke-linejoin="round" />
      <path
        d="M38 67l8 8 14-15"
        fill="none"
        stroke={line}
        stroke-width="5.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </>
  ),
  account: ({ line, light, ground }) => (
    <>
      <circle cx="48" cy="48" r="38" fill={ground} stroke={line} stroke-width="5" />
      <path d="M21 75a27 25 0 0 1 54 0 38 38 0 0 1-54 0z" fill={light} stroke={line} stroke-width="5" />
      <circle cx="48" cy="37" r="14" fill={light} stroke={line} stroke-width="5" />
    </>
  ),
  help: ({ line, light }) => (
    <>
      <path
        d="M18 12h60a10 10 0 0 1 10 10v38a10 10 0 0 1-10 10H48L28 86V70H18A10 10 0 0 1 8 60V22a10 10 0 0 1 10-10z"
        fill={light}
        stroke={line}
        stroke-width="5"
        stroke-linejoin="round"
      />
      <path
        d="M39 33a9.5 9.5 0 1 1 14 8.5c-3.5 2-5 4-5 7"
        fill="none"
        stroke={line}
        stroke-width="6"
        stroke-linecap="round"
      />
      <circle cx="48" cy="58.5" r="3.8" fill={line} />
    </>
  ),
};

function Finder({ x, y, colour }: { x: number; y: number; colour: string }) {
  return (
    <>
      <rect x={x + 3} y={y + 3} width="28" height="28" rx="5" fill="none" stroke={colour} stroke-width="6" />
      <rect x={x + 12} y={y + 12} width="10" height="10" rx="2" fill={colour} />
    </>
  );
}

function Sheet({ line, ground }: { line: string; ground: string }) {
  return (
    <>
      <path d="M14 84V10h40l18 18v56z" fill={ground} stroke={line} stroke-width="5" stroke-linejoin="round" />
      <path d="M54 10v18h18" fill="none" stroke={line} stroke-width="5" stroke-linejoin="round" />
    </>
  );
}
