import { encode } from "fast-png";
import { expect, test } from "vitest";
import { befriend, startBench, type Bench } from "../test-bench.ts";
import type { View } from "./view.ts";

async function viewOf(bench: Bench): Promise<View> {
  return (await (await fetch(`${bench.front}/simulator/api/view`)).json()) as View;
}

async function publishedMenu(bench: Bench): Promise<string> {
  const size = { width: 800, height: 400 };
  const areas = [
    { bounds: { x: 0, y: 0, width: 800, height: 400 }, action: { type: "message" as const, text: "เมนู" } },
  ];
  const { richMenuId } = await bench.bot.createRichMenu({
    size,
    selected: true,
    name: "x",
    chatBarText: "เมนู",
    areas,
  });
  const png = encode({ ...size, data: new Uint8Array(800 * 400), channels: 1 });
  await bench.bot.setRichMenuImage(richMenuId, new Blob([new Uint8Array(png)], { type: "image/png" }));
  return richMenuId;
}

test("a friend sees their own menu before everybody's, a stranger none", async () => {
  const bench = await startBench();
  const [all, own] = [await publishedMenu(bench), await publishedMenu(bench)];
  await bench.bot.setDefaultRichMenu(all);
  expect((await viewOf(bench)).richMenu).toBeNull();
  const userId = await befriend(bench);
  expect((await viewOf(bench)).richMenu?.richMenuId).toBe(all);
  await bench.bot.linkRichMenuIdToUser(userId, own);
  expect((await viewOf(bench)).richMenu?.richMenuId).toBe(own);
});

test("a switch to an alias shows its menu and sends a postback that says so", async () => {
  const bench = await startBench();
  await befriend(bench);
  const richMenuId = await publishedMenu(bench);
  await bench.bot.createRichMenuAlias({ richMenuAliasId: "second", richMenuId });
  await bench.simulator.switchMenu("phone1", { richMenuAliasId: "second", data: "switched" });
  expect((await viewOf(bench)).richMenu?.richMenuId).toBe(richMenuId);
  expect(bench.received.at(-1)?.events[0]).toMatchObject({
    postback: { data: "switched", params: { newRichMenuAliasId: "second", status: "SUCCESS" } },
  });
});

test("the dots are shown while the bot works, and end with its message", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  await bench.bot.showLoadingAnimation({ chatId: to, loadingSeconds: 10 });
  expect((await viewOf(bench)).loadingUntil).toBeGreaterThan(Date.now() + 8000);
  await bench.bot.pushMessage({ to, messages: [{ type: "text", text: "เสร็จแล้ว" }] });
  expect((await viewOf(bench)).loadingUntil).toBe(0);
});

test("whoever listens is told of each change", async () => {
  const bench = await startBench();
  const stop = new AbortController();
  const live = await fetch(`${bench.front}/simulator/api/live`, { signal: stop.signal });
  const parts = live.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  expect((await parts.next()).value).toBe("data: changed\n\n");
  await befriend(bench);
  expect((await parts.next()).value).toBe("data: changed\n\n");
  stop.abort();
});

test("the journal says why a call was refused", async () => {
  const bench = await startBench();
  await bench.bot
    .replyMessage({ replyToken: "gone", messages: [{ type: "text", text: "x" }] })
    .catch(() => undefined);
  expect((await viewOf(bench)).journal).toContainEqual(
    expect.objectContaining({
      what: "POST /v2/bot/message/reply",
      outcome: "400",
      good: false,
      detail: expect.stringContaining("Invalid reply token") as string,
    }),
  );
});
