import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decode } from "fast-png";
import { botTh } from "../../../server/words/bot/th.ts";
import { tiles } from "../../tiles.ts";
import { menuSize } from "../menu.ts";
import { linesOf } from "./menu.tsx";

test.each(tiles)("the picture says the label of %s whole, on at most two lines", (tile) => {
  const lines = linesOf(tile, botTh.tiles[tile]);
  expect(lines.join("")).toBe(botTh.tiles[tile]);
  expect(lines.length).toBeLessThanOrEqual(2);
});

test("the kept picture has the menu's size and fits LINE's limit of 1 MB", async () => {
  const file = await readFile("bot/rich-menu/menu.png");
  const { width, height } = decode(file);
  expect({ width, height }).toEqual(menuSize);
  expect(file.length).toBeLessThanOrEqual(1_000_000);
});
