import { stat } from "node:fs/promises";
import { messagingApi } from "@line/bot-sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMenu, menuAlias } from "../bot/rich-menu/menu.ts";
import { graphemes } from "./simulator/checks/check.ts";
import { makeLineToken } from "../server/adapters/line-token.ts";
import { systemClock } from "../server/adapters/clock.ts";
import { startChatBench, type ChatBench } from "../tests/support/chat-bench.ts";
import { publishRichMenu } from "./rich-menu.ts";

let bench: ChatBench;
let api: messagingApi.MessagingApiClient;
const credentials = { kind: "channel", id: "2000000001", secret: "secret-of-the-chat-bench" } as const;
const target = () => {
  const base = `http://127.0.0.1:${bench.simulator.apiPort}`;
  return { apiBase: base, dataBase: base, credentials };
};

beforeAll(async () => {
  bench = await startChatBench();
  const { apiBase } = target();
  const channelAccessToken = await makeLineToken(credentials, apiBase, systemClock)();
  api = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBase });
});

afterAll(() => bench.close());

test("publishes the menu for everybody, with its picture and alias; again changes nothing", async () => {
  const first = await publishRichMenu(target());
  expect(first.isNew).toBe(true);
  expect(await publishRichMenu(target())).toEqual({ ...first, isNew: false });
  expect((await api.getDefaultRichMenuId()).richMenuId).toBe(first.richMenuId);
  expect((await api.getRichMenuAlias(menuAlias)).richMenuId).toBe(first.richMenuId);
  expect((await api.getRichMenuList()).richmenus).toHaveLength(1);
});

test("starts over after a run that was cut short, and leaves menus of others alone", async () => {
  const other = await api.createRichMenu({ ...makeMenu("x"), name: "somebody else's" });
  const half = await api.createRichMenu(makeMenu("half"));
  await api.deleteRichMenuAlias(menuAlias);
  const again = await publishRichMenu(target());
  const ids = (await api.getRichMenuList()).richmenus.map(({ richMenuId }) => richMenuId);
  expect(again.isNew).toBe(true);
  expect(ids.sort()).toEqual([other.richMenuId, again.richMenuId].sort());
  expect(ids).not.toContain(half.richMenuId);
});

test("draws six tiles that fill the picture, each named for those who listen", async () => {
  const { areas, size, chatBarText } = makeMenu("x");
  expect(graphemes(chatBarText)).toBeLessThanOrEqual(14);
  expect(areas.map(({ bounds }) => bounds.width * bounds.height).reduce((sum, area) => sum + area)).toBe(
    size.width * size.height,
  );
  for (const { action } of areas) expect(graphemes(action.label)).toBeLessThanOrEqual(20);
  expect((await stat("bot/rich-menu/menu.png")).size).toBeLessThanOrEqual(1024 * 1024);
});
