import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startChatBench, type ChatBench } from "../tests/support/chat-bench.ts";
import { runJobs } from "../server/jobs.ts";
import { keepEvents } from "./actions/keep-events.ts";

let bench: ChatBench;
let serial = 0;

beforeAll(async () => {
  bench = await startChatBench();
});

afterAll(() => bench.close());

function textEvent(text: string, more: object = {}) {
  serial += 1;
  return {
    type: "message",
    mode: "active",
    timestamp: bench.world.clock.now().getTime(),
    webhookEventId: `01HXEVENT${serial}`,
    deliveryContext: { isRedelivery: false },
    source: { type: "user", userId: "Usomebody" },
    message: { type: "text", id: String(serial), text },
    ...more,
  };
}

const kept = (id: string) => bench.all`select * from webhook_event where id = ${id}`;
const replies = (lineUserId: string) =>
  bench.all`select * from notice where kind = 'chat_reply' and line_user_id = ${lineUserId}`;

test("answers 200 to LINE's empty test call", async () => {
  expect((await bench.post([])).status).toBe(200);
});

test("refuses what LINE did not sign, before parsing it, and keeps nothing", async () => {
  const before = await bench.all`select count(*) from webhook_event`;
  const body = JSON.stringify({ events: [textEvent("เมนู")] });
  expect((await bench.post(body, "")).status).toBe(401);
  expect((await bench.post(body, `${"A".repeat(43)}=`)).status).toBe(401);
  expect((await bench.post("{ not json", "bad")).status).toBe(401);
  expect(await bench.all`select count(*) from webhook_event`).toEqual(before);
});

test("refuses a signed body that is no webhook", async () => {
  for (const body of ["{ not json", "[]", "null", '{"events":{}}', Uint8Array.of(0xff, 0xfe)]) {
    expect((await bench.post(body)).status).toBe(400);
  }
});

test("takes a body that begins with a byte order mark", async () => {
  const event = textEvent("เมนู");
  expect((await bench.post(`\ufeff${JSON.stringify({ events: [event] })}`)).status).toBe(200);
  expect(await kept(event.webhookEventId)).toHaveLength(1);
});

test("refuses an oversized body", async () => {
  const body = JSON.stringify({ events: [textEvent("ก".repeat(100_000))] });
  const answer = await bench.bot.request("/line/webhook", { method: "POST", body });
  expect(answer.status).toBe(413);
});

test("keeps an event once and answers it once, however often and in whatever company it comes", async () => {
  const source = { type: "user", userId: "Uonce" };
  const event = textEvent("เมนู", { source });
  const again = { ...event, deliveryContext: { isRedelivery: true } };
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => bench.post([event])),
    bench.post([again, textEvent("สถานะ", { source }), event]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  await bench.settled();
  expect(await kept(event.webhookEventId)).toMatchObject([{ payload: null, data_key: null }]);
  expect(await replies("Uonce")).toHaveLength(2);
});

test("keeps events LINE gave no id, once each", async () => {
  const source = { type: "user", userId: "Unoid" };
  const event = textEvent("เมนู", { source, webhookEventId: undefined });
  await bench.post([event]);
  await bench.post([event]);
  await bench.settled();
  expect(await replies("Unoid")).toHaveLength(1);
});

test("takes events of no user, of groups, in standby and of unknown kinds, and sends nothing", async () => {
  const source = { type: "user", userId: "Usilent" };
  const events = [
    textEvent("เมนู", { source: { type: "user" } }),
    textEvent("เมนู", { source: { type: "group", groupId: "C1", userId: "Usilent" } }),
    textEvent("เมนู", { source, mode: "standby" }),
    { ...textEvent(""), type: "messageEdited", source },
    { ...textEvent(""), type: "unsend", source, unsend: { messageId: "1" } },
  ];
  expect((await bench.post(events)).status).toBe(200);
  await bench.settled();
  for (const { webhookEventId } of events) {
    expect(await kept(webhookEventId)).toMatchObject([{ payload: null, done_at: expect.any(Date) as Date }]);
  }
  expect(await replies("Usilent")).toEqual([]);
});

test("does not take a signed body again after its ids were forgotten", async () => {
  const day = 24 * 60 * 60_000;
  const old = textEvent("เมนู", { timestamp: bench.world.clock.now().getTime() - 8 * day });
  expect((await bench.post([old])).status).toBe(200);
  expect(await kept(old.webhookEventId)).toEqual([]);
});

test("stores no secret and does not echo it", async () => {
  const source = { type: "user", userId: "Usecret" };
  const typed = ["1234567890121", "JT0-1234567-89", "รหัส ๑๒๓๔๕๖"];
  await bench.post(typed.map((text) => textEvent(text, { source })));
  await bench.settled();
  const stored = JSON.stringify([await replies("Usecret"), await bench.all`select state from chat`]);
  for (const digits of ["1234567890121", "1234567", "123456", "๑๒๓๔๕๖"]) expect(stored).not.toContain(digits);
  const says = (await replies("Usecret")).map(
    (row) => (row["refs"] as { say: { kind: string }[] }).say[0]?.kind,
  );
  expect(says).toEqual(["secret", "secret", "secret"]);
});

test("answers within a second, and not with 2xx, while the database stands still; nothing is lost", async () => {
  const source = { type: "user", userId: "Ustalled" };
  const events = Array.from({ length: 6 }, (_, at) => textEvent(at % 2 ? "เมนู" : "สถานะ", { source }));
  const blocker = postgres(bench.world.database.superuserUrl, { max: 1, onnotice: () => {} });
  const held = await blocker.reserve();
  await held`begin`;
  await held`lock table webhook_event in access exclusive mode`;
  const answers = await Promise.all(
    events.map(async (event) => {
      const since = performance.now();
      const { status } = await bench.post([event]);
      return { status, late: performance.now() - since > 1_000 };
    }),
  );
  await held`rollback`;
  held.release();
  await blocker.end();
  expect(answers).toEqual(events.map(() => ({ status: 503, late: false })));
  const redelivered = await Promise.all(events.map((event) => bench.post([event])));
  expect(redelivered.map(({ status }) => status)).toEqual(events.map(() => 200));
  await bench.settled();
  bench.world.clock.pass(60);
  await runJobs(bench.ports, bench.site);
  expect(await replies("Ustalled")).toHaveLength(events.length);
});

test("finishes what was kept when the process dies before answering", async () => {
  const event = textEvent("เมนู", { source: { type: "user", userId: "Uorphan" } });
  await bench.post([event]);
  await bench.settled();
  const unanswered = { ...textEvent("สถานะ", { source: { type: "user", userId: "Uorphan" } }) };
  const { channel } = bench.site;
  await keepEvents(bench.ports, { kind: "gate" }, { channel, events: [unanswered], withinMs: 10_000 });
  await runJobs(bench.ports, bench.site);
  expect(await replies("Uorphan")).toHaveLength(1);
  bench.world.clock.pass(31);
  await Promise.all([runJobs(bench.ports, bench.site), runJobs(bench.ports, bench.site)]);
  expect(await replies("Uorphan")).toHaveLength(2);
});

test("empties a message that is taken back before it was answered", async () => {
  const source = { type: "user", userId: "Uregret" };
  const typed = textEvent("ความลับของฉัน", { source });
  const { channel } = bench.site;
  await keepEvents(bench.ports, { kind: "gate" }, { channel, events: [typed], withinMs: 10_000 });
  await bench.post([{ ...textEvent(""), type: "unsend", source, unsend: { messageId: typed.message.id } }]);
  await bench.settled();
  expect(await kept(typed.webhookEventId)).toMatchObject([{ payload: null }]);
  bench.world.clock.pass(31);
  await runJobs(bench.ports, bench.site);
  expect(await replies("Uregret")).toEqual([]);
});

test("empties payloads after a day, answered or not, and forgets ids after a week", async () => {
  const event = textEvent("เมนู", { source: { type: "user", userId: "Uold" } });
  const { channel } = bench.site;
  await keepEvents(bench.ports, { kind: "gate" }, { channel, events: [event], withinMs: 10_000 });
  await bench.all`update webhook_event set attempts = 99 where id = ${event.webhookEventId}`;
  bench.world.clock.pass(24 * 60 * 60 + 60);
  await runJobs(bench.ports, bench.site);
  expect(await kept(event.webhookEventId)).toMatchObject([{ payload: null, data_key: null }]);
  bench.world.clock.pass(8 * 24 * 60 * 60);
  await runJobs(bench.ports, bench.site);
  expect(await kept(event.webhookEventId)).toEqual([]);
});
