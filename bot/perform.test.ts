import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runJobs } from "../server/jobs.ts";
import { bareCitizen } from "../tests/support/citizens.ts";
import { startChatBench, type ChatBench } from "../tests/support/chat-bench.ts";
import { keepEvents } from "./actions/keep-events.ts";
import { tileData, type Tile } from "./tiles.ts";

let bench: ChatBench;
let phone: string;
let phones = 0;

beforeAll(async () => {
  bench = await startChatBench();
});

afterAll(() => bench.close());

beforeEach(() => {
  phones += 1;
  phone = `phone${phones}`;
  bench.simulator.openPhone(phone);
});

const userId = () => bench.simulator.openPhone(phone).userId;
const tap = (tile: Tile) => bench.simulator.tapPostback(phone, { data: tileData(tile) });
const type = (text: string) => bench.simulator.sendText(phone, text);

/** What the bot has said on this phone, as it is read aloud, with the way it came. */
async function heard(): Promise<string[]> {
  await bench.settled();
  const said = bench.simulator.chat(phone).filter(({ from }) => from === "bot");
  return said.map(({ via, message }) => `${via}: ${String(message["altText"] ?? message["text"])}`);
}

const lineUser = async () => {
  const [row] = await bench.all`select * from line_user where line_user_id = ${userId()}`;
  return row;
};

async function beginRegistration(step: string): Promise<string> {
  const id = bench.ports.random.uuid();
  const now = bench.world.clock.now().toISOString();
  await bench.all`insert into registration
      (id, channel, line_user_id, kind, step, version, started_at, changed_at)
    values (${id}, 'c', ${userId()}, 'registration', ${step}, 1, ${now}, ${now})`;
  return id;
}

test("greets a new friend by name, and answers every message with a free reply", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  await tap("code");
  await bench.settled();
  await type("อะไรนะ");
  await bench.settled();
  await bench.simulator.sendSticker(phone);
  const said = await heard();
  expect(said).toHaveLength(4);
  expect(said[0]).toContain(`สวัสดี คุณ${bench.simulator.openPhone(phone).displayName}`);
  expect(said[1]).toContain("ลงทะเบียนก่อน");
  expect(said[2]).toContain("ยังไม่เข้าใจ");
  expect(said[3]).toContain("อ่านได้เฉพาะข้อความ");
  expect(said.every((line) => line.startsWith("reply: "))).toBe(true);
});

test("says how many steps are left, and speaks English to who chose it", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  await beginRegistration("review");
  await type("สถานะ");
  await bench.settled();
  await bench.all`update line_user set language = 'en' where line_user_id = ${userId()}`;
  await type("status");
  const said = await heard();
  expect(said[1]).toContain("เหลืออีก 2 ขั้นตอน");
  expect(said[2]).toContain("2 steps left");
});

test("marks a block, pushes nothing, and a later follow picks up where it was", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  await beginRegistration("phone");
  await bench.simulator.block(phone);
  await bench.settled();
  expect((await lineUser())?.["blocked_at"]).not.toBeNull();
  bench.world.clock.pass(25 * 60 * 60);
  await runJobs(bench.ports, bench.site);
  expect(
    await bench.all`select state, failure from notice
    where kind = 'reminder' and line_user_id = ${userId()}`,
  ).toEqual([{ state: "dropped", failure: "blocked" }]);
  await bench.simulator.follow(phone);
  const said = await heard();
  expect((await lineUser())?.["blocked_at"]).toBeNull();
  expect(said.slice(1).join("\n")).toMatch(/ยินดีต้อนรับกลับมา[^]*เหลืออีก 3 ขั้นตอน/);
});

test("reminds of a registration that was left for a day, once", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  await beginRegistration("pin");
  for (let day = 0; day < 3; day += 1) {
    bench.world.clock.pass(24 * 60 * 60);
    await runJobs(bench.ports, bench.site);
  }
  const said = await heard();
  expect(said.filter((line) => line.includes("ค้างไว้"))).toHaveLength(1);
  expect(said.at(-1)).toContain("เหลืออีก 5 ขั้นตอน");
});

test("does not remind of one that was finished in the meantime", async () => {
  const id = await beginRegistration("otp");
  bench.world.clock.set(new Date("2026-12-24T22:00:00+07:00"));
  await bench.all`update registration set changed_at = '2026-12-23T20:00:00+07:00' where id = ${id}`;
  await runJobs(bench.ports, bench.site);
  await bench.all`update registration set ended_at = '2026-12-24T23:00:00+07:00' where id = ${id}`;
  bench.world.clock.set(new Date("2026-12-25T08:00:00+07:00"));
  await runJobs(bench.ports, bench.site);
  expect(await bench.all`select state, failure from notice where refs ->> 'registrationId' = ${id}`).toEqual([
    { state: "dropped", failure: "gone" },
  ]);
});

test("lets a later block stand when the follow before it comes late", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  bench.world.clock.pass(10);
  await bench.simulator.block(phone);
  await bench.settled();
  const early = bench.world.clock.now().getTime() - 5_000;
  const source = { type: "user", userId: userId() };
  await bench.post([
    { type: "follow", timestamp: early, webhookEventId: "01LATEFOLLOW", source, mode: "active" },
  ]);
  await bench.settled();
  expect((await lineUser())?.["blocked_at"]).not.toBeNull();
});

test("answers events of one person at once, one after the other, none lost", async () => {
  await bench.simulator.follow(phone);
  await bench.settled();
  await Promise.all(Array.from({ length: 8 }, () => type("ปวดท้อง")));
  const said = await heard();
  expect(said).toHaveLength(9);
  const [row] = await bench.all<{ state: { misses: number } }[]>`
    select state from chat where line_user_id = ${userId()}`;
  expect(row?.state.misses).toBe(8);
});

const dots = () => bench.simulator.calls().filter(({ path }) => path === "/v2/bot/chat/loading/start");

test("marks what was typed as read, and shows the loading dots only to who has waited", async () => {
  await bench.simulator.follow(phone);
  await type("เมนู");
  await bench.settled();
  const before = dots().length;
  expect(bench.simulator.chat(phone).find(({ from }) => from === "user")?.read).toBe(true);
  const source = { type: "user", userId: userId() };
  const timestamp = bench.world.clock.now().getTime();
  const event = {
    type: "message",
    webhookEventId: "01WAITED",
    timestamp,
    source,
    message: { type: "text", text: "เมนู" },
  };
  const arrived = { channel: bench.site.channel, events: [event], withinMs: 10_000 };
  await keepEvents(bench.ports, { kind: "gate" }, arrived);
  bench.world.clock.pass(31);
  await runJobs(bench.ports, bench.site);
  expect(dots().slice(before)).toMatchObject([{ status: 202 }]);
});

test("takes up chats of a linked citizen where accounts begin", async () => {
  const citizen = await bareCitizen(bench.world, bench.all);
  await bench.all`delete from line_user where line_user_id = ${userId()}`;
  await bench.all`update line_user set line_user_id = ${userId()} where line_user_id = ${citizen.lineUserId}`;
  await bench.simulator.follow(phone);
  await bench.settled();
  await type("รหัส");
  const said = await heard();
  expect(said[0]).toContain("บัญชีพร้อมใช้");
  expect(said[1]).toContain("วันนี้ยังไม่มีรหัส");
});
