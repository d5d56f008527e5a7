/**
 * Where a page of an ordered list lies: right after a row, or right before one. Rows are named by their key, so what
 * is added meanwhile moves nothing, and any page costs the same.
 */
export interface Turn<Place> {
  readonly way: "after" | "before";
  readonly place: Place;
}

/** A page as it is shown, and the places of its neighbours; null: there is none. */
export interface TurnedPage<Row, Place> {
  readonly rows: readonly Row[];
  /** The page before is read from before this place. */
  readonly previous: Place | null;
  /** The page after is read from after this place. */
  readonly next: Place | null;
}

/** The turn that goes on from a place; from the beginning when there is none. */
export function onward<Place>(place: Place | null): Turn<Place> | null {
  return place === null ? null : { way: "after", place };
}

/** True when rows are to be read upwards: a list that runs upwards going on, or one that runs downwards going back. */
export function readsUp(turn: Turn<unknown> | null, list: "up" | "down"): boolean {
  return (list === "up") === (turn?.way !== "before");
}

/**
 * Makes a page of at most `size` rows out of what was read for a turn: one row more than shown, in the order it was read
 * (for a page before, nearest first). A turn forward always has a page before it: its own place lies there.
 */
export function turnedPage<Row, Place>(
  found: readonly Row[],
  asked: { readonly turn: Turn<Place> | null; readonly size: number },
  placeOf: (row: Row) => Place,
): TurnedPage<Row, Place> {
  const { turn, size } = asked;
  const goesBack = turn?.way === "before";
  const read = found.slice(0, size);
  const rows = goesBack ? read.toReversed() : read;
  const [first, last] = [rows[0], rows.at(-1)];
  const isMore = found.length > size;
  return {
    rows,
    previous: first !== undefined && (goesBack ? isMore : turn !== null) ? placeOf(first) : null,
    next: last !== undefined && (goesBack || isMore) ? placeOf(last) : null,
  };
}
