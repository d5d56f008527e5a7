import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notice } from "../../db/schema/index.ts";
import type { Citizen, SystemActor } from "../../server/kernel/actor.ts";
import { openFacility } from "../../tests/support/facilities.ts";
import { heldCode, type HeldCode } from "../../tests/support/held-code.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { asSuperuser } from "../../tests/support/citizens.ts";
import { keepEvents } from "./keep-events.ts";
import { answerEvent } from "./answer-event.ts";

let world: TestWorld;
let held: HeldCode;
let sent = 0;
const bot: SystemActor = { kind: "system", job: "bot" };

beforeAll(async () => {
  const sms = { send: () => Promise.resolve({ kind: "sent" } as const), available: true };
  world = await testWorld({ sms });
  held = await heldCode(world.ports, await openFacility(world.ports));
});
afterAll(() => world.close());

/** What the chat says to words somebody typed. */
async function answerTo({ channel, lineUserId }: Citizen, text: string): Promise<readonly object[]> {
  const { ports } = world;
  const message = { id: `m${(sent += 1)}`, type: "text", text };
  const source = { type: "user", userId: lineUserId };
  const event = { type: "message", mode: "active", webhookEventId: `e${sent}`, source, message };
  const events = [{ ...event, timestamp: ports.clock.now().getTime(), replyToken: `r${sent}` }];
  const kept = await keepEvents(ports, { kind: "gate" }, { channel, events, withinMs: 10_000 });
  if (!kept.ok) throw new Error(kept.refusal.kind);
  for (const delivery of kept.value) await answerEvent(ports, bot, delivery);
  return ports.db.as(bot, async (tx) => {
    const queued = await tx.select().from(notice).where(eq(notice.kind, "chat_reply"));
    const latest = queued.sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime()).at(-1);
    return (latest?.refs as { say: readonly object[] } | undefined)?.say ?? [];
  });
}

test("the chat tells the day's codes to whose account was opened with a card, and none to a web account nobody checked", async () => {
  const { citizen, codeId, code } = held;
  const codes = [{ kind: "codes", codes: [{ personId: citizen.personId, codeId }] }];
  expect(await answerTo(citizen, "รหัส")).toEqual(codes);
  const all = asSuperuser(world);
  await all`update account set opened_by = 'web'`;
  await all`update person set assurance = 'phone'`;
  for (const typed of ["รหัส", "สถานะ", code]) {
    world.clock.pass(1);
    expect(await answerTo(citizen, typed)).toEqual([{ kind: "not_checked" }]);
  }
  await all`update person set assurance = 'photo_checked'`;
  world.clock.pass(1);
  expect(await answerTo(citizen, "รหัส")).toEqual(codes);
  await all.end();
});
