import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { drainOutbox } from "../../../bot/outbox.ts";
import { startChatBench, type ChatBench } from "../../../tests/support/chat-bench.ts";
import { openTown, plainService, type Town } from "../../../tests/support/municipality.ts";
import { granted, newVisitor, registered, somebody } from "../../../tests/support/people.ts";
import { givesEmail } from "../../../tests/support/reached.ts";
import { drainMails } from "../../console/mail/outbox.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { takeStep, type StepInput } from "../../petitions/desk/take-step.ts";
import type { StepActor } from "../../petitions/step-actor.ts";
import { findPetition, type KeptPetition } from "../../petitions/store/petition.ts";
import { insertPlan } from "../store/line-plan.ts";
import { findChoices, saveChoices } from "../store/choice.ts";
import type { Choice, ToldThing } from "../ways.ts";
import { listReceipts } from "../store/receipts.ts";

const tester = { kind: "system", job: "test" } as const;

let bench: ChatBench;
let town: Town;
let quietService: string;
let smsService: string;
let people = 0;

interface Somebody {
  readonly citizen: Citizen;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
}
let who: Somebody;
let petition: KeptPetition;

beforeAll(async () => {
  bench = await startChatBench();
  town = await openTown(bench.ports);
  quietService = (await town.serviceOf()).serviceId;
  smsService = (await town.serviceOf(plainService({ tellsBySms: true }))).serviceId;
});
afterAll(() => bench.close());

beforeEach(async () => {
  bench.world.clock.set(new Date(`2026-11-23T09:${String(10 + people).padStart(2, "0")}:00+07:00`));
  await bench.all`delete from line_plan_reading`;
  // The simulator has twenty phones; the last person has more than one test.
  if (people < 20) who = await comes();
});

/** Somebody new with an account, linked to a phone of LINE; told nothing yet. */
async function comes(withEmail = true): Promise<Somebody> {
  people += 1;
  const phone = `phone${people}`;
  const { userId } = bench.simulator.openPhone(phone);
  await bench.simulator.follow(phone);
  await bench.settled();
  const typist = somebody();
  const visitor = await newVisitor(bench.ports, userId.slice(1), "c");
  const citizen = await registered(bench.ports, typist, visitor);
  const email = `somjai${people}@example.com`;
  if (withEmail) await givesEmail(bench.ports, citizen, email);
  await bench.all`delete from notice`;
  return { citizen, phone, mobile: typist.phone, email };
}

const unlinked = () =>
  bench.all`update line_user set person_id = null, channel = 'x' where person_id = ${who.citizen.personId}`;

async function files(serviceId = quietService): Promise<void> {
  petition = await town.filed(who.citizen, serviceId);
}

async function step(actor: StepActor, more: Omit<StepInput, "petition" | "seen">): Promise<void> {
  await granted(
    bench.ports.db.as(actor, async (tx) => {
      const found = await findPetition(tx, town.agencyId, petition.id);
      if (!found) throw new Error("no petition");
      return takeStep(bench.ports, tx, actor, { petition: found, seen: found.version, ...more });
    }),
  );
}

async function drain(): Promise<void> {
  await drainOutbox(bench.ports, bench.site);
  await drainMails(bench.ports, bench.site);
  await drainOutbox(bench.ports, bench.site);
}

/** What came, by channel, since the test began. */
const told = () => ({
  line: bench.simulator.chat(who.phone).filter(({ via }) => via === "push").length,
  mail: bench.simulator.mails(who.email).length,
  sms: bench.simulator.sms(who.mobile).filter(({ text }) => text.includes("คำร้อง")).length,
});

async function choose(thing: ToldThing, more: Partial<Choice>): Promise<void> {
  const { personId } = who.citizen;
  await bench.ports.db.as(tester, async (tx) => {
    const choices = await findChoices(tx, personId);
    await bench.ports.db.as(who.citizen, (own) =>
      saveChoices(
        own,
        personId,
        { ...choices, [thing]: { ...choices[thing], ...more } },
        bench.ports.clock.now(),
      ),
    );
  });
}

const planOut = () =>
  bench.ports.db.as(tester, (tx) =>
    insertPlan(tx, "c", { readAt: bench.ports.clock.now(), allowed: 300, used: 300, warnedPercent: 95 }),
  );

/** Each change of a status, and how many messages it makes by LINE, mail and SMS. */
interface Row {
  readonly change: string;
  readonly of?: "sms service";
  readonly before?: () => Promise<unknown>;
  readonly take: () => Promise<void>;
  readonly told: readonly [line: number, mail: number, sms: number];
}

const received = () => step(town.officer, { step: "received" });
const rows: readonly Row[] = [
  { change: "filed", take: () => Promise.resolve(), told: [1, 0, 0] },
  {
    change: "filed at a service that tells by SMS",
    of: "sms service",
    take: () => Promise.resolve(),
    told: [1, 0, 1],
  },
  { change: "received", take: received, told: [2, 0, 0] },
  {
    change: "assigned, which is inside the agency",
    take: () => step(town.supervisor, { step: "assigned", officerId: town.officer.staffId }),
    told: [1, 0, 0],
  },
  {
    change: "a correction asked for",
    take: async () => {
      await received();
      await step(town.officer, { step: "correction_asked", words: { text: "รูปไม่ชัด", fields: ["place"] } });
    },
    told: [3, 0, 0],
  },
  {
    change: "completed: the fixed pair",
    take: async () => {
      await received();
      await step(town.officer, { step: "completed", outcome: "done" });
    },
    // What was received is no news any more once it is completed.
    told: [2, 1, 0],
  },
  {
    change: "withdrawn",
    take: () => step(who.citizen, { step: "withdrawn" }),
    told: [2, 1, 0],
  },
  {
    change: "received, by somebody who asked for e-mail too",
    before: () => choose("moved", { mail: true }),
    take: received,
    told: [2, 1, 0],
  },
  {
    change: "received, by somebody who wants no LINE for it",
    before: () => choose("moved", { line: false }),
    take: received,
    told: [1, 1, 0],
  },
  {
    change: "received, by somebody who wants no SMS",
    of: "sms service",
    before: () => choose("moved", { sms: false }),
    take: received,
    told: [2, 0, 1],
  },
  { change: "received, by somebody without LINE", before: unlinked, take: received, told: [0, 2, 0] },
  {
    change: "completed, by somebody without LINE",
    before: unlinked,
    take: () =>
      step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } }),
    told: [0, 2, 0],
  },
];

describe("each change of a status is told by exactly the right channels", () => {
  test.each(rows)("$change", async ({ of, before, take, told: expected }) => {
    await before?.();
    await files(of === "sms service" ? smsService : quietService);
    await take();
    await drain();
    await drain();
    const { line, mail, sms } = told();
    expect([line, mail, sms]).toEqual(expected);
  });
});

test("whoever blocked the account is told by e-mail, and by SMS where no e-mail is and it must arrive", async () => {
  await bench.simulator.block(who.phone);
  await bench.settled();
  await files();
  await drain();
  expect(told()).toEqual({ line: 0, mail: 1, sms: 0 });
  who = await comes(false);
  await bench.simulator.block(who.phone);
  await bench.settled();
  await files();
  await received();
  await step(town.officer, { step: "completed", outcome: "done" });
  await drain();
  expect(told()).toEqual({ line: 0, mail: 0, sms: 1 });
});

test("with the month's plan used up what goes by LINE goes by e-mail instead, known before or only when it is refused", async () => {
  await planOut();
  await files();
  await drain();
  expect(told()).toEqual({ line: 0, mail: 1, sms: 0 });
  await bench.all`delete from line_plan_reading`;
  bench.simulator.setQuota({ limit: 0 });
  await received();
  await drain();
  bench.simulator.setQuota({ limit: 15_000 });
  expect(told()).toEqual({ line: 0, mail: 2, sms: 0 });
});

test("a mail that bounced gives way to an SMS for whoever has no LINE", async () => {
  await unlinked();
  await files();
  await drain();
  await step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } });
  const refusing = {
    available: true,
    send: () => Promise.resolve({ kind: "refused", message: "status 550", aboutAddress: true } as const),
  };
  await drainOutbox(bench.ports, bench.site);
  await drainMails({ ...bench.ports, mail: refusing }, bench.site);
  await drain();
  expect(told()).toEqual({ line: 0, mail: 1, sms: 1 });
});

test("what can wait waits for the morning, and is told in its order while it is still news; an end is told at night", async () => {
  await files();
  await drain();
  bench.world.clock.set(new Date("2026-11-23T22:30:00+07:00"));
  await received();
  await step(town.officer, { step: "correction_asked", words: { text: "รูปไม่ชัด", fields: ["place"] } });
  bench.world.clock.pass(60);
  await step(town.officer, { step: "forwarded", unitId: town.unitIds[1] });
  await drain();
  expect(told()).toEqual({ line: 1, mail: 0, sms: 0 });
  bench.world.clock.set(new Date("2026-11-24T08:00:00+07:00"));
  await drain();
  const cards = bench.simulator.chat(who.phone).filter(({ via }) => via === "push");
  const said = cards.slice(1).map(({ message }) => String(message["altText"]));
  expect(said.map((each) => each.includes("แก้ไข"))).toEqual([true, false]);
  await files();
  bench.world.clock.set(new Date("2026-11-24T23:00:00+07:00"));
  await received();
  await step(town.officer, { step: "completed", outcome: "done" });
  await drain();
  expect(told()).toEqual({ line: 5, mail: 1, sms: 0 });
});

test("an SMS waits for the day, whatever it tells", async () => {
  bench.world.clock.set(new Date("2026-11-23T22:30:00+07:00"));
  await files(smsService);
  await drain();
  expect(told()).toEqual({ line: 1, mail: 0, sms: 0 });
  bench.world.clock.set(new Date("2026-11-24T08:00:00+07:00"));
  await drain();
  expect(told()).toEqual({ line: 1, mail: 0, sms: 1 });
});

test("each channel tells it once, however many take it up at the same time", async () => {
  await files(smsService);
  await received();
  await step(town.officer, { step: "completed", outcome: "done" });
  await Promise.all(Array.from({ length: 5 }, () => drain()));
  expect(told()).toEqual({ line: 2, mail: 1, sms: 2 });
  const twice = await bench.all`select origin_id, medium from notice where origin_id is not null
    group by 1, 2 having count(*) > 1`;
  expect(twice).toEqual([]);
});

test("an address that bounces is told of once in LINE and not written to again, until there is a new one", async () => {
  const refusing = {
    available: true,
    send: () => Promise.resolve({ kind: "refused", message: "status 550", aboutAddress: true } as const),
  };
  await files();
  await step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } });
  await drainOutbox(bench.ports, bench.site);
  await drainMails({ ...bench.ports, mail: refusing }, bench.site);
  await drain();
  const titles = bench.simulator.chat(who.phone).map(({ message }) => String(message["altText"]));
  expect(titles.filter((title) => title.includes("ส่งอีเมลถึงคุณไม่ได้"))).toHaveLength(1);
  await files();
  await step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } });
  await drain();
  expect(told().mail).toBe(0);
  const email = `new-${who.email}`;
  await givesEmail(bench.ports, who.citizen, email);
  await files();
  await step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } });
  await drain();
  expect(bench.simulator.mails(email)).toHaveLength(1);
});

test("the mail of a completed petition says how it ended and leads to its page, without what an officer wrote", async () => {
  await givesEmail(bench.ports, who.citizen, who.email);
  await files();
  await received();
  const reasons = { facts: "ความลับของผู้ยื่น", law: "ม. 5", considerations: "เหตุผลลับ" };
  await step(town.officer, { step: "completed", outcome: "refused", words: { reasons } });
  await drain();
  const mail = bench.simulator.mails(who.email).at(-1);
  expect(mail?.text).toContain(petition.number);
  expect(mail?.text).toContain("ไม่อนุญาต/ไม่อนุมัติ");
  expect(mail?.text).toContain("อุทธรณ์ได้ถึง: 8 ธ.ค. 2569");
  expect(mail?.text).toContain(`/liff/petitions/${town.agencyId}/${petition.id}`);
  expect(mail?.text).not.toContain("ความลับ");
  expect(mail?.html).not.toContain("เหตุผลลับ");
});

test("the officer sees what became of each message, and nobody of another agency does", async () => {
  await files();
  await step(town.officer, { step: "completed", outcome: "not_ours", words: { agencyName: "อบต. อื่น" } });
  await drain();
  const seen = await bench.ports.db.as(town.officer, (tx) => listReceipts(tx, petition.id));
  expect(seen.map(({ kind, medium, state }) => `${kind} ${medium} ${state}`).sort()).toEqual([
    "petition_completed line sent",
    "petition_completed mail sent",
    "petition_filed line sent",
  ]);
  const elsewhere = await openTown(bench.ports);
  expect(await bench.ports.db.as(elsewhere.officer, (tx) => listReceipts(tx, petition.id))).toEqual([]);
});
