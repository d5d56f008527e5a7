import { encode } from "fast-png";
import { expect, test } from "vitest";
import { befriend, refusalOf, startBench, type Bench } from "../test-bench.ts";

const size = { width: 1200, height: 810 };
const menu = {
  size,
  selected: true,
  name: "เมนูหลัก",
  chatBarText: "เมนู",
  areas: [
    {
      bounds: { x: 0, y: 0, width: 600, height: 810 },
      action: { type: "postback" as const, label: "ช่วยเหลือ", data: "tile=help" },
    },
  ],
};

function picture(width = size.width, height = size.height): Blob {
  const bytes = encode({ width, height, data: new Uint8Array(width * height), channels: 1 });
  return new Blob([new Uint8Array(bytes)], { type: "image/png" });
}

async function published(bench: Bench): Promise<string> {
  const { richMenuId } = await bench.bot.createRichMenu(menu);
  await bench.bot.setRichMenuImage(richMenuId, picture());
  return richMenuId;
}

test("a menu is made, gets its picture, and becomes everybody's", async () => {
  const bench = await startBench();
  const richMenuId = await published(bench);
  await bench.bot.setDefaultRichMenu(richMenuId);
  expect(await bench.bot.getDefaultRichMenuId()).toEqual({ richMenuId });
  expect((await bench.bot.getRichMenuList()).richmenus).toEqual([{ richMenuId, ...menu }]);
  expect(await bench.bot.getRichMenu(richMenuId)).toEqual({ richMenuId, ...menu });
  const image = await fetch(`${bench.front}/simulator/rich-menu/${richMenuId}`);
  expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/png"]);
});

test("a user's own menu is linked and unlinked; a deleted menu is nobody's", async () => {
  const bench = await startBench();
  const userId = await befriend(bench);
  const richMenuId = await published(bench);
  await bench.bot.linkRichMenuIdToUser(userId, richMenuId);
  expect(await bench.bot.getRichMenuIdOfUser(userId)).toEqual({ richMenuId });
  await bench.bot.unlinkRichMenuIdFromUser(userId);
  expect((await refusalOf(bench.bot.getRichMenuIdOfUser(userId))).status).toBe(404);
  await bench.bot.linkRichMenuIdToUser(userId, richMenuId);
  await bench.bot.deleteRichMenu(richMenuId);
  expect((await refusalOf(bench.bot.getRichMenuIdOfUser(userId))).status).toBe(404);
});

test("an alias is made, moved, listed and deleted, and its name is one menu's only", async () => {
  const bench = await startBench();
  const [first, second] = [await published(bench), await published(bench)];
  await bench.bot.createRichMenuAlias({ richMenuAliasId: "main", richMenuId: first });
  const taken = bench.bot.createRichMenuAlias({ richMenuAliasId: "main", richMenuId: second });
  expect((await refusalOf(taken)).status).toBe(400);
  await bench.bot.updateRichMenuAlias("main", { richMenuId: second });
  expect(await bench.bot.getRichMenuAliasList()).toEqual({
    aliases: [{ richMenuAliasId: "main", richMenuId: second }],
  });
  await bench.bot.deleteRichMenuAlias("main");
  expect((await refusalOf(bench.bot.getRichMenuAlias("main"))).status).toBe(404);
});

test("a menu without a picture cannot be shown; a picture fits its menu, is a picture, and is given once", async () => {
  const bench = await startBench();
  const { richMenuId } = await bench.bot.createRichMenu(menu);
  expect((await refusalOf(bench.bot.setDefaultRichMenu(richMenuId))).status).toBe(400);
  const wrongSize = bench.bot.setRichMenuImage(richMenuId, picture(800, 540));
  expect((await refusalOf(wrongSize)).body.message).toContain("800x540");
  const noPicture = bench.bot.setRichMenuImage(richMenuId, new Blob(["<svg/>"], { type: "image/svg+xml" }));
  expect((await refusalOf(noPicture)).status).toBe(415);
  await bench.bot.setRichMenuImage(richMenuId, picture());
  expect((await refusalOf(bench.bot.setRichMenuImage(richMenuId, picture()))).status).toBe(400);
});

test("refuses a menu out of proportion, with areas outside it, with too many, or a bar of fifteen letters", async () => {
  const bench = await startBench();
  const area = menu.areas[0]!;
  const wrong = [
    { ...menu, size: { width: 1000, height: 900 }, areas: [] },
    { ...menu, size: { width: 700, height: 300 }, areas: [] },
    { ...menu, areas: [{ ...area, bounds: { x: 700, y: 0, width: 600, height: 100 } }] },
    { ...menu, areas: Array.from({ length: 21 }, () => area) },
    { ...menu, chatBarText: "ก".repeat(15) },
  ];
  for (const one of wrong) expect((await refusalOf(bench.bot.validateRichMenuObject(one))).status).toBe(400);
  await bench.bot.validateRichMenuObject({ ...menu, chatBarText: "ที่".repeat(14) });
});
