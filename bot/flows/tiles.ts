import type { Answer } from "../answer.ts";
import { nextFor, type Facts } from "../facts.ts";
import type { Tile } from "../tiles.ts";
import { askCode } from "./codes.ts";
import { goOnOrRegister } from "./registration.ts";

/** Opens a tile of the menu. One whose service is not offered yet says what it will do and whom to ask today. */
export function openTile(tile: Tile, facts: Facts): Answer {
  switch (tile) {
    case "code":
      return askCode(facts);
    case "petition":
    case "track":
    case "documents":
      return { say: [{ kind: "later", tile }] };
    case "account":
      return facts.linked ? { say: [{ kind: "account" }] } : goOnOrRegister(facts);
    case "help":
      return { say: [{ kind: "help", next: nextFor(facts) }] };
  }
}
