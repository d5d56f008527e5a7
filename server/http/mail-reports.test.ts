import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drainOutbox } from "../../bot/outbox.ts";
import { appOver } from "../../tests/support/app.ts";
import { startChatBench, type ChatBench } from "../../tests/support/chat-bench.ts";
import { deliveryReport } from "../../tests/support/delivery-report.ts";
import { openTown, type Town } from "../../tests/support/municipality.ts";
import { granted, newVisitor, registered } from "../../tests/support/people.ts";
import { givesEmail } from "../../tests/support/reached.ts";
import { drainMails } from "../console/mail/outbox.ts";
import type { Citizen } from "../kernel/actor.ts";
import { listReceipts } from "../notices/store/receipts.ts";
import { takeStep, type StepInput } from "../petitions/desk/take-step.ts";
import { findPetition, type KeptPetition } from "../petitions/store/petition.ts";

const secret = "a-secret-of-the-mail-server-and-ours-0001";
let bench: ChatBench;
let town: Town;
let post: (message: string, headers?: Record<string, string>) => Promise<Response>;
let citizen: Citizen;
let email: string;
let phone: string;
let petition: KeptPetition;
let mailId: string;
let people = 0;

beforeAll(async () => {
  bench = await startChatBench();
  town = await openTown(bench.ports);
  const app = appOver(bench.world, { MAIL_REPORT_SECRET: secret });
  post = async (body, headers = {}) =>
    app.request("http://localhost:8787/mail/reports", {
      method: "POST",
      body,
      headers: { "content-type": "message/rfc822", authorization: `Bearer ${secret}`, ...headers },
    });
});
afterAll(() => bench.close());

beforeEach(async () => {
  bench.world.clock.set(new Date("2026-11-23T09:10:00+07:00"));
  people += 1;
  [phone, email] = [`phone${people}`, `late${people}@example.com`];
  const { userId } = bench.simulator.openPhone(phone);
  await bench.simulator.follow(phone);
  await bench.settled();
  citizen = await registered(bench.ports, undefined, await newVisitor(bench.ports, userId.slice(1), "c"));
  await givesEmail(bench.ports, citizen, email);
  petition = await town.filed(citizen, (await town.serviceOf()).serviceId);
  await step({ step: "received" });
  await step({ step: "completed", outcome: "done", words: { text: "ซ่อมแล้ว" } });
  await drain();
  const [row] = await bench.all<{ id: string }[]>`select id from notice where person_id = ${citizen.personId}
    and medium = 'mail' and kind = 'petition_completed' and state = 'sent'`;
  mailId = row?.id ?? "";
  expect(mailId).not.toBe("");
});

async function step(more: Omit<StepInput, "petition" | "seen">): Promise<void> {
  await granted(
    bench.ports.db.as(town.officer, async (tx) => {
      const found = await findPetition(tx, town.agencyId, petition.id);
      if (!found) throw new Error("no petition");
      return takeStep(bench.ports, tx, town.officer, { petition: found, seen: found.version, ...more });
    }),
  );
}

async function drain(): Promise<void> {
  await drainOutbox(bench.ports, bench.site);
  await drainMails(bench.ports, bench.site);
  await drainOutbox(bench.ports, bench.site);
}

const report = (more = {}) => deliveryReport({ noticeId: mailId, recipient: email, ...more });
const chats = () => bench.simulator.chat(phone).filter(({ via }) => via === "push").length;

async function stands() {
  const [contact] = await bench.all`
    select email_unreachable_at is not null as bounced from contact where person_id = ${citizen.personId}`;
  const [mail] = await bench.all`select state, failure from notice where id = ${mailId}`;
  return { bounced: contact?.["bounced"] as boolean, mail };
}

const untouched = { bounced: false, mail: { state: "sent", failure: null } };

test("a mail that comes back later marks the address, is told in LINE once, and shows at the receipts", async () => {
  const before = chats();
  expect((await post(report())).status).toBe(204);
  expect(await stands()).toEqual({ bounced: true, mail: { state: "failed", failure: "address_refused" } });
  await drain();
  expect(chats()).toBe(before + 1);
  const receipts = await bench.ports.db.as(town.officer, (tx) => listReceipts(tx, petition.id));
  expect(receipts).toContainEqual(
    expect.objectContaining({ id: mailId, state: "failed", failure: "address_refused" }),
  );
});

test("the same report twice, also at once, tells once", async () => {
  const before = chats();
  await Promise.all([post(report()), post(report()), post(report())]);
  await drain();
  expect(chats()).toBe(before + 1);
});

test("without the secret, with a wrong one, and as another type it is refused and changes nothing", async () => {
  const wrong = [
    [{ authorization: "" }, 403],
    [{ authorization: `Bearer ${secret}x` }, 403],
    [{ authorization: secret }, 403],
    [{ "content-type": "text/plain" }, 415],
  ] as const;
  for (const [headers, status] of wrong) expect((await post(report(), headers)).status).toBe(status);
  const shut = appOver(bench.world);
  const headers = { "content-type": "message/rfc822", authorization: "Bearer " };
  const answer = await shut.request("http://localhost:8787/mail/reports", {
    method: "POST",
    body: report(),
    headers,
  });
  expect(answer.status).toBe(403);
  expect(await stands()).toEqual(untouched);
});

test("a report of another address, of no mail of ours, of a delay or a delivery changes nothing, and answers alike", async () => {
  const others = [
    report({ recipient: "somebody.else@example.com" }),
    report({ noticeId: bench.ports.random.uuid() }),
    report({ noticeId: petition.id }),
    report({ action: "delayed", status: "4.4.1" }),
    report({ action: "delivered", status: "2.0.0" }),
    "From: a@example.com\r\n\r\nhello",
  ];
  for (const message of others) expect((await post(message)).status).toBe(204);
  expect(await stands()).toEqual(untouched);
});

test("an address that was changed since is not marked by what came back from the one before", async () => {
  await givesEmail(bench.ports, citizen, `new.${email}`);
  await post(report());
  expect((await stands()).bounced).toBe(false);
});
