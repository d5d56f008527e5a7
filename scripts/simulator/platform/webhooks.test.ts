import { validateSignature } from "@line/bot-sdk";
import { expect, test } from "vitest";
import { befriend, channel, refusalOf, startBench } from "../test-bench.ts";

test("a text reaches the app signed over its exact bytes, and the reply lands in the chat", async () => {
  const bench = await startBench();
  await befriend(bench);
  await bench.simulator.sendText("phone1", "สวัสดีค่ะ 🙏");
  const got = bench.received.at(-1);
  expect(validateSignature(got?.bytes ?? "", channel.secret, got?.signature ?? "")).toBe(true);
  expect(got?.events[0]).toMatchObject({
    type: "message",
    message: { type: "text", text: "สวัสดีค่ะ 🙏" },
    mode: "active",
    webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) as string,
    deliveryContext: { isRedelivery: false },
  });
  const replyToken = got?.events[0]?.replyToken ?? "";
  await bench.bot.replyMessage({ replyToken, messages: [{ type: "text", text: "สวัสดี" }] });
  expect(bench.simulator.chat("phone1").at(-1)).toMatchObject({
    from: "bot",
    via: "reply",
    message: { text: "สวัสดี" },
  });
});

test("a reply token works once, and not after a minute", async () => {
  const bench = await startBench();
  await befriend(bench);
  const messages = [{ type: "text" as const, text: "หนึ่ง" }];
  const first = bench.received.at(-1)?.events[0]?.replyToken ?? "";
  await bench.bot.replyMessage({ replyToken: first, messages });
  const again = await refusalOf(bench.bot.replyMessage({ replyToken: first, messages }));
  expect([again.status, again.body.message]).toEqual([400, "Invalid reply token"]);
  await bench.simulator.sendText("phone1", "ช้า");
  bench.clock.ahead += 61_000;
  const late = await refusalOf(
    bench.bot.replyMessage({ replyToken: bench.received.at(-1)?.events[0]?.replyToken ?? "", messages }),
  );
  expect([late.status, late.body.message]).toEqual([400, "Invalid reply token"]);
});

test("a redelivered event has the same ids, says so, and revives its reply token", async () => {
  const bench = await startBench();
  await befriend(bench);
  bench.clock.ahead += 5 * 60_000;
  await bench.simulator.redeliver();
  const [first, second] = bench.received.map(({ events }) => events[0]);
  expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
  const messages = [{ type: "text" as const, text: "ทัน" }];
  await bench.bot.replyMessage({ replyToken: second?.replyToken ?? "", messages });
  expect(bench.simulator.chat("phone1")).toHaveLength(1);
});

test("a duplicate is the same bytes", async () => {
  const bench = await startBench();
  await befriend(bench);
  await bench.simulator.duplicate();
  expect(bench.received).toHaveLength(2);
  expect(bench.received[1]?.bytes.equals(bench.received[0]?.bytes ?? Buffer.of())).toBe(true);
});

test("under reordering the later of two events comes first", async () => {
  const bench = await startBench();
  await befriend(bench);
  await bench.simulator.reorder(true);
  await bench.simulator.sendText("phone1", "ก่อน");
  await bench.simulator.sendText("phone1", "หลัง");
  const texts = bench.received
    .flatMap(({ events }) => events)
    .flatMap((e) => (e.type === "message" ? [e.message] : []));
  expect(texts).toMatchObject([{ text: "หลัง" }, { text: "ก่อน" }]);
});

test("a late event keeps the time at which it happened", async () => {
  const bench = await startBench();
  await befriend(bench);
  bench.simulator.delay(40);
  const { event, attempts } = await bench.simulator.sendText("phone1", "ช้า");
  expect(attempts.map(({ outcome }) => outcome)).toEqual(["held"]);
  await expect.poll(() => bench.received.length).toBe(2);
  expect(bench.received[1]?.events[0]?.timestamp).toBe(event.timestamp);
});

test("a webhook that answers too late is given up, and redelivered until it is answered", async () => {
  const bench = await startBench({ webhookPatienceMilliseconds: 60, redeliveryWaitsMilliseconds: [10, 10] });
  bench.answer = (response) => {
    if (bench.received.length > 1) response.end();
  };
  const record = await bench.simulator.follow("phone1");
  expect(record.attempts.map(({ outcome }) => outcome)).toEqual(["request_timeout"]);
  await expect.poll(() => record.attempts.length).toBe(2);
  expect(record.attempts.at(-1)).toMatchObject({ outcome: "ok", redelivery: true });
  expect(bench.received[1]?.events[0]?.deliveryContext.isRedelivery).toBe(true);
});

test("an answer other than 2xx is not redelivered while redelivery is off", async () => {
  const bench = await startBench({ redeliveryWaitsMilliseconds: [1] });
  bench.simulator.setRedelivery(false);
  bench.answer = (response) => response.writeHead(500).end();
  const record = await bench.simulator.follow("phone1");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(record.attempts).toMatchObject([{ outcome: "error_status_code", status: 500 }]);
});

test("in standby an event has no reply token; without consent its source has no user", async () => {
  const bench = await startBench();
  await befriend(bench);
  bench.simulator.setStandby(true);
  bench.simulator.dropUserId(true);
  await bench.simulator.sendText("phone1", "ใคร");
  const event = bench.received.at(-1)?.events[0];
  expect(event).toMatchObject({ mode: "standby", source: { type: "user" } });
  expect(event).not.toHaveProperty("replyToken");
  expect(event?.source).not.toHaveProperty("userId");
});

test("every kind of event arrives: unfollow, follow after a block, sticker, picture, postback, unsend, unheard-of", async () => {
  const bench = await startBench();
  await befriend(bench);
  await bench.simulator.block("phone1");
  await bench.simulator.unblock("phone1");
  await bench.simulator.sendSticker("phone1");
  await bench.simulator.sendImage("phone1");
  await bench.simulator.tapPostback("phone1", { data: "tile=help", displayText: "ช่วยเหลือ" });
  await bench.simulator.sendText("phone1", "พิมพ์ผิด");
  await bench.simulator.unsend("phone1", bench.simulator.chat("phone1").at(-1)?.id ?? "");
  await bench.simulator.sendEvent("phone1", { type: "horoscope", horoscope: { sign: "ราศีเมษ" } });
  const events = bench.received.map(({ events: [event] }) => event as unknown as Record<string, unknown>);
  expect(events.map((event) => event["type"])).toEqual(
    "follow unfollow follow message message postback message unsend horoscope".split(" "),
  );
  expect(events[0]).toMatchObject({ follow: { isUnblocked: false } });
  expect(events[1]).not.toHaveProperty("replyToken");
  expect(events[2]).toMatchObject({ follow: { isUnblocked: true } });
  expect(events[5]).toMatchObject({ postback: { data: "tile=help" } });
});

test("events of a LINE outage arrive when it is over, in their order", async () => {
  const bench = await startBench();
  await befriend(bench);
  await bench.simulator.outage("line", true);
  await bench.simulator.sendText("phone1", "หนึ่ง");
  await bench.simulator.sendText("phone1", "สอง");
  const call = bench.bot.pushMessage({ to: `U${"0".repeat(32)}`, messages: [{ type: "text", text: "x" }] });
  expect((await refusalOf(call)).status).toBe(500);
  expect(bench.received).toHaveLength(1);
  await bench.simulator.outage("line", false);
  const texts = bench.received.slice(1).flatMap(({ events }) => events);
  expect(texts).toMatchObject([{ message: { text: "หนึ่ง" } }, { message: { text: "สอง" } }]);
});
