/**
 * What a written order of an agency's head says beside the names (rules of the Soft Token, section 3): what the people
 * do, how it is watched over, and how user name and password are kept. Kept sealed.
 */
export interface SeatOrderText {
  readonly duties: string;
  readonly controls: string;
  readonly keeping: string;
}
export const orderTexts = [
  "duties",
  "controls",
  "keeping",
] as const satisfies readonly (keyof SeatOrderText)[];

/** Characters of each text of an order, and of its number, at most. */
export const orderLimits = { text: 4_000, number: 60, files: 10 } as const;

/** What stands for the number of an order of which only its files are known yet; its day is then the one it came on. */
export const unnumbered = "-";

/** False: nobody has said yet which number and day a brought order has. */
export function isNumbered({ number }: { readonly number: string }): boolean {
  return number !== unnumbered;
}

/** Under which key a file of an order lies in the file store. */
export function orderFileKey(agencyId: string, fileId: string): string {
  return `seat-orders/${agencyId}/${fileId}`;
}

/** Where an order's texts and the names of its files stand sealed. */
export function orderPlace(rowId: string) {
  return { table: "seat_order", rowId };
}

/** Where a file of an order stands sealed, its bytes and its name alike. */
export function orderFilePlace(rowId: string) {
  return { table: "seat_order_file", rowId };
}
