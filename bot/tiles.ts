/** The six tiles of the rich menu, in their order: three above, three below. */
export const tiles = ["code", "petition", "track", "documents", "account", "help"] as const;
export type Tile = (typeof tiles)[number];

/** The postback data of a tile. */
export function tileData(tile: Tile): string {
  return `tile=${tile}`;
}

/** The tile of that name; null when there is none (a menu of another version). */
export function tileOf(name: string): Tile | null {
  return tiles.find((tile) => tile === name) ?? null;
}
