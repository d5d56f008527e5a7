import { ownWanted } from "./wanted.ts";

const home = "/seat/home";

/** Where somebody of a seat goes on: a page of theirs, or a system that waits. Anything else: home. */
export function safeSeatNext(text: string | undefined): string {
  return ownWanted(text ?? "") ?? home;
}

/** The query that carries a way on; nothing when it leads home. */
export function seatNextQuery(text: string | undefined): string {
  const next = safeSeatNext(text);
  return next === home ? "" : `?next=${encodeURIComponent(next)}`;
}
