import { readTurn, turnNames, type TurnNames } from "../../http/page/turn.ts";
import type { Turn } from "../../kernel/keyset.ts";
import { parseBangkokDay } from "../../kernel/thai-date.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { PersonHistory } from "../../visits/actions/see-person-history.ts";
import type { ClaimPosition } from "../../visits/claim-position.ts";
import { parsePlace, placeText } from "../reports/claim-address.ts";

type AwayPlace = NonNullable<NonNullable<PersonHistory["elsewhere"]>["next"]>;

/** Where the two lists of a history are turned to: what is here, and what was elsewhere. */
export interface HistoryTurns {
  readonly here: Turn<ClaimPosition> | null;
  readonly elsewhere: Turn<AwayPlace> | null;
}

export const hereNames: TurnNames = turnNames;
export const awayNames: TurnNames = { after: "awayAfter", before: "awayBefore" };

/** "2026-11-21.<id>": where a page of what was elsewhere lies. */
export function awayPlaceText({ day, id }: AwayPlace): string {
  return `${day}.${id}`;
}

function parseAwayPlace(text: string): AwayPlace | null {
  const [dayText = "", id = "", ...rest] = text.split(".");
  const day = parseBangkokDay(dayText);
  return day.ok && isUuid(id) && rest.length === 0 ? { day: day.value, id } : null;
}

/** Reads both turns out of what was posted. */
export function readHistoryTurns(text: (name: string) => string): HistoryTurns {
  return {
    here: readTurn(text, parsePlace, hereNames),
    elsewhere: readTurn(text, parseAwayPlace, awayNames),
  };
}

/** What a form carries so that one list stays where it is while the other is turned. */
export function keptTurn(turns: HistoryTurns, list: keyof HistoryTurns): Readonly<Record<string, string>> {
  const { here, elsewhere } = turns;
  if (list === "here") return here ? { [hereNames[here.way]]: placeText(here.place) } : {};
  return elsewhere ? { [awayNames[elsewhere.way]]: awayPlaceText(elsewhere.place) } : {};
}
