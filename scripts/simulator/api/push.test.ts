import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { befriend, refusalOf, startBench } from "../test-bench.ts";

const one = [{ type: "text" as const, text: "แจ้งเตือน" }];

test("a push lands in the chat and is counted once however many messages it holds", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  await bench.bot.pushMessage({ to, messages: [...one, ...one, ...one] });
  expect(bench.simulator.chat("phone1")).toHaveLength(3);
  expect(await bench.bot.getMessageQuotaConsumption()).toEqual({ totalUsage: 1 });
});

test("the same retry key within 24 hours is 409 with the first request's id and messages, and sends nothing", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  const key = randomUUID();
  const { body, httpResponse } = await bench.bot.pushMessageWithHttpInfo({ to, messages: one }, key);
  const again = await refusalOf(bench.bot.pushMessage({ to, messages: one }, key));
  expect(again.status).toBe(409);
  expect(again.headers.get("x-line-accepted-request-id")).toBe(httpResponse.headers.get("x-line-request-id"));
  expect(again.headers.get("x-line-request-id")).not.toBe(httpResponse.headers.get("x-line-request-id"));
  expect(again.body).toEqual({
    message: "The retry key is already accepted",
    sentMessages: body.sentMessages,
  });
  expect(bench.simulator.chat("phone1")).toHaveLength(1);
});

test("a retry key that is no UUID is refused, and so is any on a reply", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  expect((await refusalOf(bench.bot.pushMessage({ to, messages: one }, "again"))).status).toBe(400);
  const token = await (
    await fetch(`${bench.api}/oauth2/v3/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: bench.options.channel.id,
        client_secret: bench.options.channel.secret,
      }),
    })
  ).json();
  const { access_token } = token as { access_token: string };
  const replyToken = bench.received.at(-1)?.events[0]?.replyToken;
  const reply = await fetch(`${bench.api}/v2/bot/message/reply`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "x-line-retry-key": randomUUID() },
    body: JSON.stringify({ replyToken, messages: one }),
  });
  expect(reply.status).toBe(400);
});

test("a push beyond the month's quota is 429, a reply is free", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  bench.simulator.setQuota({ limit: 5, used: 5 });
  const refused = await refusalOf(bench.bot.pushMessage({ to, messages: one }));
  expect([refused.status, refused.body.message]).toEqual([429, "You have reached your monthly limit."]);
  await bench.bot.replyMessage({
    replyToken: bench.received.at(-1)?.events[0]?.replyToken ?? "",
    messages: one,
  });
  expect(await bench.bot.getMessageQuota()).toEqual({ type: "limited", value: 5 });
});

test("a push to somebody who blocked the account is 200, is not counted and not seen", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  await bench.simulator.block("phone1");
  const { sentMessages } = await bench.bot.pushMessage({ to, messages: one });
  expect(sentMessages).toHaveLength(1);
  expect(bench.simulator.chat("phone1")).toHaveLength(0);
  expect(await bench.bot.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
});

test("a push to an id that is none, or nobody's, is 400", async () => {
  const bench = await startBench();
  const malformed = await refusalOf(bench.bot.pushMessage({ to: "somebody", messages: one }));
  expect(malformed.body.message).toContain("'to'");
  const nobody = await refusalOf(bench.bot.pushMessage({ to: `U${"0".repeat(32)}`, messages: one }));
  expect([malformed.status, nobody.status]).toEqual([400, 400]);
});

test("a token that is missing, wrong or older than fifteen minutes is 401", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  const bare = await fetch(`${bench.api}/v2/bot/info`);
  const wrong = await fetch(`${bench.api}/v2/bot/info`, { headers: { authorization: "Bearer guessed" } });
  expect([bare.status, wrong.status]).toEqual([401, 401]);
  bench.clock.ahead += 15 * 60_000 + 1000;
  expect((await refusalOf(bench.bot.pushMessage({ to, messages: one }))).status).toBe(401);
});

test("the dots show while the bot works and stop with its message; a mark of reading reaches the message", async () => {
  const bench = await startBench();
  const to = await befriend(bench);
  await bench.simulator.sendText("phone1", "ถาม");
  const event = bench.received.at(-1)?.events[0];
  const message = event?.type === "message" && event.message.type === "text" ? event.message : null;
  await bench.bot.showLoadingAnimation({ chatId: to, loadingSeconds: 10 });
  await bench.bot.markMessagesAsReadByToken({ markAsReadToken: message?.markAsReadToken ?? "" });
  expect(bench.simulator.chat("phone1").at(-1)).toMatchObject({ read: true });
  const odd = await refusalOf(bench.bot.showLoadingAnimation({ chatId: to, loadingSeconds: 7 }));
  expect(odd.status).toBe(400);
});

test("a friend's profile is told, a stranger's is not", async () => {
  const bench = await startBench();
  const userId = await befriend(bench);
  expect(await bench.bot.getProfile(userId)).toMatchObject({ userId, displayName: "มาลี" });
  const stranger = bench.simulator.openPhone("phone2").userId;
  expect((await refusalOf(bench.bot.getProfile(stranger))).status).toBe(404);
});
