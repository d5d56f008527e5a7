import { isUuid } from "./uuid.ts";

/** Where something stands in a list that goes by moment, and by id among those of one moment. */
export interface MomentPlace {
  readonly at: Date;
  readonly id: string;
}

const shape = /^(\d{1,13})\.(.*)$/;

/** Writes a place into an address: milliseconds, a dot, the id. */
export function makeMomentPlace({ at, id }: MomentPlace): string {
  return `${at.getTime()}.${id}`;
}

/** Reads a place out of an address; null for what is none. */
export function parseMomentPlace(text: string): MomentPlace | null {
  const [, time, id] = shape.exec(text) ?? [];
  return id !== undefined && isUuid(id) ? { at: new Date(Number(time)), id } : null;
}
