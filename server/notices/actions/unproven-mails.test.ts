import { afterAll, beforeAll, expect, test } from "vitest";
import { drainOutbox } from "../../../bot/outbox.ts";
import { startChatBench, type ChatBench } from "../../../tests/support/chat-bench.ts";
import { openTown, type Town } from "../../../tests/support/municipality.ts";
import { granted, newVisitor, registered, somebody } from "../../../tests/support/people.ts";
import { givesEmail } from "../../../tests/support/reached.ts";
import { drainMails } from "../../console/mail/outbox.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { takeStep } from "../../petitions/desk/take-step.ts";
import { findPetition } from "../../petitions/store/petition.ts";

let bench: ChatBench;
let town: Town;
let serviceId: string;
let citizen: Citizen;
const phone = "phone1";
const email = "typed@example.com";

beforeAll(async () => {
  bench = await startChatBench();
  bench.world.clock.set(new Date("2026-11-23T09:30:00+07:00"));
  town = await openTown(bench.ports);
  ({ serviceId } = await town.serviceOf());
  const { userId } = bench.simulator.openPhone(phone);
  await bench.simulator.follow(phone);
  await bench.settled();
  citizen = await registered(bench.ports, somebody(), await newVisitor(bench.ports, userId.slice(1), "c"));
  await givesEmail(bench.ports, citizen, email);
  await bench.all`update contact set email_proven_at = null where person_id = ${citizen.personId}`;
});
afterAll(() => bench.close());

async function drain(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await drainOutbox(bench.ports, bench.site);
    await drainMails(bench.ports, bench.site);
  }
}

/** Somebody files so many petitions; answers the last one's id. */
async function files(many: number): Promise<string> {
  let id = "";
  for (let n = 0; n < many; n += 1) {
    ({ id } = await town.filed(citizen, serviceId));
    await drain();
  }
  return id;
}

const mailed = () => bench.simulator.mails(email).length;

test("what LINE tells does not use up the mails of an address that nobody has proven", async () => {
  const petitionId = await files(6);
  expect(mailed()).toBe(0);
  for (const more of [{ step: "received" }, { step: "completed", outcome: "done" }] as const) {
    await bench.ports.db.as(town.officer, async (tx) => {
      const petition = await findPetition(tx, town.agencyId, petitionId);
      if (!petition) throw new Error("no petition");
      const step = { petition, seen: petition.version, ...more };
      await granted(takeStep(bench.ports, tx, town.officer, step));
    });
    await drain();
  }
  expect(mailed()).toBe(1);
});

test("such an address gets five mails a day", async () => {
  await bench.all`update line_user set person_id = null where person_id = ${citizen.personId}`;
  await files(6);
  expect(mailed()).toBe(5);
});
