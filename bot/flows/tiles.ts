import type { Answer } from "../answer.ts";
import { nextFor, type Facts } from "../facts.ts";
import type { Tile } from "../tiles.ts";
import { askCode } from "./codes.ts";
import { beginPetition, showPetitions } from "./petitions.ts";
import { goOnOrRegister, joinFirst } from "./registration.ts";

/** Opens a tile of the menu; an account first, but for help and for services, which anybody may look through. */
export function openTile(tile: Tile, facts: Facts): Answer {
  switch (tile) {
    case "code":
      return askCode(facts);
    case "petition":
      return beginPetition(facts);
    case "track":
      return showPetitions(facts);
    case "documents":
      return facts.linked ? { say: [{ kind: "documents" }] } : joinFirst("documents", facts);
    case "account":
      return facts.linked ? { say: [{ kind: "account" }] } : goOnOrRegister(facts);
    case "help":
      return { say: [{ kind: "help", next: nextFor(facts) }] };
  }
}
