/** Digits on a grid of 5 × 7, a row a number whose five lowest bits are its cells, left cell highest. */
const digits: readonly (readonly number[])[] = [
  [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
  [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
  [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
  [0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110],
  [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
  [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
  [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
  [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
  [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
  [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
];

export const digitRows = 7;
const digitColumns = 5;
const gapColumns = 1;
const groupGapColumns = 3;

/**
 * Digits in groups ("123 456 789") as rows of dark and light cells, so that a picture needs no font to say the number
 * under a QR. A space is a wider gap.
 */
export function drawDigits(text: string): readonly (readonly boolean[])[] {
  return Array.from({ length: digitRows }, (_, y) => {
    const cells = [...text].flatMap((character) => cellsOf(character, y));
    return cells.slice(0, -gapColumns);
  });
}

function cellsOf(character: string, y: number): boolean[] {
  if (character === " ") return Array.from({ length: groupGapColumns }, () => false);
  const row = digits[Number(character)]?.[y];
  if (row === undefined) throw new RangeError(`no drawing of “${character}”`);
  const cells = Array.from({ length: digitColumns }, (_, x) => ((row >> (digitColumns - 1 - x)) & 1) === 1);
  return [...cells, ...Array.from({ length: gapColumns }, () => false)];
}
