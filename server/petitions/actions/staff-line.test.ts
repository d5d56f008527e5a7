import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answerEvent } from "../../../bot/actions/answer-event.ts";
import { keepEvents } from "../../../bot/actions/keep-events.ts";
import { drainOutbox } from "../../../bot/outbox.ts";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, plainService, townsman, type Town } from "../../../tests/support/municipality.ts";
import { granted } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { unguarded } from "../../../tests/support/unguarded.ts";
import type { Citizen, LineUser } from "../../kernel/actor.ts";
import type { LineMessage } from "../../ports.ts";
import { untypedStep } from "../desk-step.ts";
import { linkTypedCode } from "../desk/link-staff-line.ts";
import type { KeptPetition } from "../store/petition.ts";
import { endOwnStaffLine, makeOwnLineCode, seeOwnStaffLine } from "./own-staff-line.ts";
import { takeDeskStep } from "./take-desk-step.ts";

const bot = { kind: "system", job: "bot" } as const;
const channel = "2000000002";
const site = { liffId: "2000000002-abc", publicUrl: new URL("https://pratu.example"), channel };
let world: TestWorld;
let all: postgres.Sql;
let town: Town;
let citizen: Citizen;
let petition: KeptPetition;
const sent: { to: string; message: LineMessage }[] = [];
let user: LineUser;
let made = 0;
let typed = 0;

beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve("normal") },
    pinHash: lightPinHash,
  });
  const line = {
    ...world.ports.line,
    push: (to: string, messages: readonly LineMessage[]) => {
      sent.push(...messages.map((message) => ({ to, message })));
      return Promise.resolve({ kind: "sent" } as const);
    },
  };
  world = { ...world, ports: { ...world.ports, line } };
  all = asSuperuser(world);
  // A Monday.
  world.clock.set(new Date("2026-11-23T09:00:00+07:00"));
  town = await openTown(world.ports);
  citizen = await townsman(world.ports);
}, 60_000);
afterAll(async () => {
  await all.end();
  await world.close();
});

beforeEach(async () => {
  made += 1;
  user = { channel, lineUserId: `U${String(made).padStart(32, "0")}` };
  sent.length = 0;
  await all`update staff set level = 'officer' where id = ${town.officer.staffId}`;
  const { serviceId } = await town.serviceOf(plainService());
  petition = await town.filed(citizen, serviceId);
});

const types = (code: string, by = user) =>
  world.ports.db.as(bot, (tx) => linkTypedCode(world.ports, tx, by, code));

async function links(): Promise<void> {
  const { code } = await makeOwnLineCode(world.ports, town.officer);
  expect(await types(code)).toBe(true);
}

function assigned(): Promise<unknown> {
  const typed = { ...untypedStep("assigned"), officerId: town.officer.staffId };
  const input = {
    petitionId: petition.id,
    seen: petition.version,
    typed,
    requestKey: world.ports.random.uuid(),
  };
  return granted(takeDeskStep(world.ports, town.supervisor, input));
}

/** What was sent to the officer's own LINE. */
async function cards(): Promise<readonly string[]> {
  await drainOutbox(world.ports, site);
  return sent.filter(({ to }) => to === user.lineUserId).map(({ message }) => JSON.stringify(message));
}

/** What the chat answers to words typed there. */
async function answerTo(text: string): Promise<readonly string[]> {
  sent.length = 0;
  typed += 1;
  const at = { mode: "active", webhookEventId: `e${typed}`, timestamp: world.clock.now().getTime() };
  const message = { id: `m${typed}`, type: "text", text };
  const event = { ...at, type: "message", source: { type: "user", userId: user.lineUserId }, message };
  const kept = await granted(
    keepEvents(world.ports, { kind: "gate" }, { channel, events: [event], withinMs: 10_000 }),
  );
  for (const delivery of kept) await answerEvent(world.ports, bot, delivery);
  world.clock.pass(1);
  return cards();
}

test("a code that was shown links once, and the database holds no code", async () => {
  const { code } = await makeOwnLineCode(world.ports, town.officer);
  const kept = await all`select row_to_json(c)::text as row from staff_line_code c`;
  expect(JSON.stringify(kept)).not.toContain(code);
  expect(await types(code)).toBe(true);
  expect(await seeOwnStaffLine(world.ports, town.officer)).toEqual(world.clock.now());
  expect(await types(code, { ...user, lineUserId: `${user.lineUserId}x` })).toBe(false);
  await endOwnStaffLine(world.ports, town.officer);
  expect(await seeOwnStaffLine(world.ports, town.officer)).toBeNull();
});

test("a code that is over, replaced, of an ended account, or tried too often links nothing", async () => {
  const first = await makeOwnLineCode(world.ports, town.officer);
  const second = await makeOwnLineCode(world.ports, town.officer);
  expect(await types(first.code)).toBe(false);
  world.clock.pass(601);
  expect(await types(second.code)).toBe(false);
  const ended = await makeOwnLineCode(world.ports, town.other);
  await all`update staff set state = 'ended' where id = ${town.other.staffId}`;
  expect(await types(ended.code)).toBe(false);
  for (let tried = 0; tried < 2; tried += 1) await types("BBBBBBBB");
  const good = await makeOwnLineCode(world.ports, town.officer);
  expect(await types(good.code)).toBe(false);
  expect(await types(good.code, { ...user, lineUserId: `${user.lineUserId}y` })).toBe(true);
});

test("an officer who is given a petition gets a card with number and service, and links into the console alone", async () => {
  await links();
  await assigned();
  const [card = "", ...others] = await cards();
  expect(others).toEqual([]);
  expect(card).toContain(petition.number);
  expect(card).toContain("แจ้งไฟฟ้าสาธารณะเสีย");
  expect(card).toContain(`https://pratu.example/console/petitions/${petition.id}/confirm?step=received`);
  for (const personal of ["สมใจ", "ใจดี", "หน้าตลาด", "postback"]) expect(card).not.toContain(personal);
});

test("“งานของฉัน” shows officers what they have, the soonest due first, as long as it is theirs; nobody else anything", async () => {
  expect(await answerTo("งานของฉัน")).toEqual([expect.stringContaining("LINE ของฉัน")]);
  await links();
  await unguarded(all, (tx) => tx`update petition set officer_id = null`);
  expect(await answerTo("งานของฉัน")).toEqual([expect.stringContaining("ไม่มีคำร้องที่มอบหมายให้คุณ")]);
  const { serviceId } = await town.serviceOf(plainService());
  const later = await town.filed(citizen, serviceId);
  const sooner = await town.filed(citizen, serviceId);
  const done = await town.filed(citizen, serviceId);
  const own = [later, sooner, done].map(({ id }) => id);
  await unguarded(all, async (tx) => {
    await tx`update petition set officer_id = ${town.officer.staffId} where id = any(${own})`;
    await tx`update petition set due_day = '2026-12-09' where id = ${later.id}`;
    await tx`update petition set due_day = '2026-12-01' where id = ${sooner.id}`;
    await tx`update petition set status = 'completed' where id = ${done.id}`;
  });
  const [carousel = "", ...others] = await answerTo("งานของฉัน");
  expect(others).toEqual([]);
  expect(carousel.indexOf(sooner.number)).toBeLessThan(carousel.indexOf(later.number));
  expect(carousel).toContain(`https://pratu.example/console/petitions/${later.id}/confirm?step=received`);
  for (const other of [done.number, petition.number]) expect(carousel).not.toContain(other);
  for (const personal of ["สมใจ", "ใจดี", "หน้าตลาด"]) expect(carousel).not.toContain(personal);
  await all`update staff set level = 'executive' where id = ${town.officer.staffId}`;
  expect(await answerTo("งานของฉัน")).toEqual([expect.stringContaining("LINE ของฉัน")]);
});

test("what an officer took themselves is no news to them", async () => {
  await links();
  const typed = { ...untypedStep("assigned"), officerId: town.officer.staffId };
  const input = { petitionId: petition.id, seen: 1, typed, requestKey: world.ports.random.uuid() };
  await granted(takeDeskStep(world.ports, town.officer, input));
  expect(await cards()).toEqual([]);
});

test("a card that waits is not sent once the right, the link or the petition is gone", async () => {
  await links();
  await assigned();
  await all`update staff set level = 'executive' where id = ${town.officer.staffId}`;
  expect(await cards()).toEqual([]);
});
