import { botTh } from "../../server/words/bot/th.ts";
import { tileData, tiles, type Tile } from "../tiles.ts";

/** The alias under which the menu in force is found again. */
export const menuAlias = "pratu-menu";

/** What every published menu's name begins with; the rest tells the versions apart. */
export const menuNamePrefix = "pratu-menu ";

/** The picture's size; its source draws three tiles above and three below. */
export const menuSize = { width: 2500, height: 1686 } as const;

const columns = 3;
const rows = 2;

/**
 * The one menu of the account, as the Messaging API takes it: six large tiles in fixed places, each labelled for
 * those who listen. A tile sends a postback and shows as the citizen's own words. `version` becomes part of the name.
 */
export function makeMenu(version: string) {
  return {
    size: { ...menuSize },
    selected: true,
    name: `${menuNamePrefix}${version}`,
    chatBarText: botTh.menuBar,
    areas: tiles.map((tile, at) => ({ bounds: boundsAt(at), action: actionOf(tile) })),
  };
}

function boundsAt(at: number) {
  const column = at % columns;
  const row = Math.floor(at / columns);
  const x = Math.round((column * menuSize.width) / columns);
  const right = Math.round(((column + 1) * menuSize.width) / columns);
  const height = menuSize.height / rows;
  return { x, y: row * height, width: right - x, height };
}

function actionOf(tile: Tile) {
  const label = botTh.tiles[tile];
  return { type: "postback" as const, label, data: tileData(tile), displayText: label };
}
