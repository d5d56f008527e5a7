/** The modules of a QR code, row by row; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** Light modules that must stand around a QR code (ISO/IEC 18004). */
export const quietModules = 4;

/**
 * The dark modules as one SVG path in units of a module, the quiet zone left free: one run of dark modules a
 * rectangle. Its view box is `0 0 side side` (see `qrSide`).
 */
export function qrPath(modules: QrModules): string {
  return modules.flatMap((row, y) => runsOf(row).map((run) => rectangle(run, y))).join("");
}

/** The side of the drawing in modules, quiet zone included. */
export function qrSide(modules: QrModules): number {
  return modules.length + 2 * quietModules;
}

interface Run {
  readonly from: number;
  readonly length: number;
}

function runsOf(row: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    runs.push({ from, length: x + 1 - from });
  }
  return runs;
}

function rectangle({ from, length }: Run, y: number): string {
  return `M${from + quietModules} ${y + quietModules}h${length}v1h-${length}z`;
}
