import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drainOutbox } from "../../../bot/outbox.ts";
import { startChatBench, type ChatBench } from "../../../tests/support/chat-bench.ts";
import { makeLine } from "../../adapters/line.ts";
import { insertOtp } from "../../identity/store/otp.ts";
import { insertDelegation } from "../../identity/store/delegation.ts";
import { ensurePerson } from "../../identity/store/person.ts";
import { otpDigits, otpExpiresAt } from "../../identity/otp.ts";
import { completeCitizenId } from "../../kernel/citizen-id.ts";
import type { Phone } from "../../kernel/phone.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import { queue, type NewNotice } from "../store.ts";
import { replyUntil } from "../router.ts";

const tester = { kind: "system", job: "test" } as const;

let bench: ChatBench;
let phone: string;
let phones = 0;

beforeAll(async () => {
  bench = await startChatBench();
});

afterAll(() => bench.close());

beforeEach(async () => {
  phones += 1;
  phone = `phone${phones}`;
  bench.simulator.openPhone(phone);
  await bench.simulator.follow(phone);
  await bench.settled();
  await bench.all`delete from notice`;
});

const user = () => ({ channel: "c", lineUserId: bench.simulator.openPhone(phone).userId });
const drain = (ports: Ports = bench.ports) => drainOutbox(ports, bench.site);

/** Queues a notice for the phone, "registered" by LINE unless told otherwise. */
function put(more: Partial<NewNotice> = {}): Promise<string> {
  const made: NewNotice = {
    kind: "registered",
    medium: "line",
    to: user(),
    refs: { personId: "p" },
    ...more,
  };
  return bench.ports.db.as(tester, (tx) => queue(bench.ports, tx, made));
}

const replyWith = (token: string) => ({ token, until: replyUntil(bench.world.clock.now()) });

async function stateOf(id: string) {
  const [row] = await bench.all`select state, failure, attempts from notice where id = ${id}`;
  return row;
}

const pushes = () => bench.simulator.chat(phone).filter(({ from, via }) => from === "bot" && via === "push");

test("sends what is due and nothing again", async () => {
  const id = await put();
  await drain();
  await drain();
  expect(await stateOf(id)).toEqual({ state: "sent", failure: null, attempts: 1 });
  expect(pushes()).toHaveLength(1);
});

test("sends once, however many drain at the same time", async () => {
  await Promise.all(Array.from({ length: 10 }, () => put()));
  await Promise.all(Array.from({ length: 6 }, () => drain()));
  expect(pushes()).toHaveLength(10);
});

test("keeps the order of one recipient's notices", async () => {
  const kinds = ["registered", "pin_changed", "phone_changed", "consent_withdrawn"] as const;
  for (const kind of kinds) {
    await put({ kind });
    bench.world.clock.pass(1);
  }
  await drain();
  const told = pushes().map(({ message }) => String(message["altText"]));
  expect(told[0]).toContain("ลงทะเบียนสำเร็จ");
  expect(told[1]).toContain("เปลี่ยนรหัสผ่าน 6 หลักแล้ว");
  expect(told[2]).toContain("เปลี่ยนหมายเลขโทรศัพท์แล้ว");
  expect(told[3]).toContain("ถอนความยินยอมแล้ว");
});

test("pushes what a dead reply token can no longer carry, under the notice's own id", async () => {
  const id = await put({ reply: replyWith("never-given-out") });
  await drain();
  expect(await stateOf(id)).toEqual({ state: "sent", failure: null, attempts: 1 });
  const paths = bench.simulator
    .calls()
    .slice(-2)
    .map(({ path, status }) => `${path} ${status}`);
  expect(paths).toEqual(["/v2/bot/message/reply 400", "/v2/bot/message/push 200"]);
  expect(pushes()).toHaveLength(1);
});

test("counts LINE's 409 as sent: a push that was taken before is not there twice", async () => {
  const id = await put();
  await bench.ports.line.push(
    user().lineUserId,
    [{ type: "text", text: "taken before the process died" }],
    id,
  );
  await drain();
  expect(await stateOf(id)).toEqual({ state: "sent", failure: null, attempts: 1 });
  expect(pushes()).toHaveLength(1);
});

test("waits while LINE takes no more, and sends when it does", async () => {
  bench.simulator.setQuota({ limit: 0, used: 0 });
  const id = await put();
  await drain();
  expect(await stateOf(id)).toEqual({ state: "waiting", failure: "push_429", attempts: 1 });
  bench.simulator.setQuota({ limit: 15_000 });
  bench.world.clock.pass(20 * 60);
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "sent" });
  expect(pushes()).toHaveLength(1);
});

test("drains after an outage, each notice once", async () => {
  await bench.simulator.outage("line", true);
  const ids = await Promise.all([put(), put(), put()]);
  for (let round = 0; round < 4; round += 1) {
    await drain();
    bench.world.clock.pass(60);
  }
  await bench.simulator.outage("line", false);
  bench.world.clock.pass(20 * 60);
  await drain();
  for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: "sent" });
  expect(pushes()).toHaveLength(3);
});

test("gives a push up after a day", async () => {
  await bench.simulator.outage("line", true);
  const id = await put();
  for (let hour = 0; hour < 26; hour += 1) {
    await drain();
    bench.world.clock.pass(60 * 60);
  }
  await bench.simulator.outage("line", false);
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "dropped" });
  expect(pushes()).toEqual([]);
});

test("pushes nothing to who blocked the account", async () => {
  await bench.simulator.block(phone);
  await bench.settled();
  const id = await put();
  await drain();
  expect(await stateOf(id)).toEqual({ state: "dropped", failure: "blocked", attempts: 1 });
});

test("never sends a reply again that timed out, and a push only under its retry key", async () => {
  const deaf = await listening(createServer(() => {}));
  const ports = { ...bench.ports, line: lineAt(deaf) };
  const reply = await put({ reply: replyWith("taken-perhaps") });
  const push = await put();
  await drain(ports);
  expect(await stateOf(reply)).toEqual({ state: "unknown", failure: "reply_timed_out", attempts: 1 });
  expect(await stateOf(push)).toEqual({ state: "waiting", failure: "push_timed_out", attempts: 1 });
  bench.world.clock.pass(60);
  await drain();
  expect(await stateOf(reply)).toMatchObject({ state: "unknown" });
  expect(await stateOf(push)).toMatchObject({ state: "sent" });
  expect(pushes()).toHaveLength(1);
  deaf.closeAllConnections();
  deaf.close();
});

test("pushes nothing when the process died while it was replying", async () => {
  const id = await put({ reply: replyWith("taken-perhaps") });
  const now = bench.world.clock.now().toISOString();
  await bench.ports.db.hot`select from claim_notices('{line}', ${now}, ${now}, 10)`;
  await drain();
  expect(await stateOf(id)).toEqual({ state: "unknown", failure: "reply_token_dead", attempts: 2 });
  expect(pushes()).toEqual([]);
});

test("takes up a claim that ran out", async () => {
  const id = await put();
  const now = bench.world.clock.now();
  const until = new Date(now.getTime() + 30_000).toISOString();
  await bench.ports.db.hot`select from claim_notices('{line}', ${now.toISOString()}, ${until}, 10)`;
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "claimed" });
  bench.world.clock.pass(31);
  await drain();
  expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("lets a notice with a fault keep nobody else waiting", async () => {
  const broken = await put({ kind: "code_issued", refs: { personId: "no uuid", codeId: "no uuid" } });
  const whole = await put();
  await drain();
  expect(await stateOf(broken)).toMatchObject({ state: "waiting", failure: "fault" });
  expect(await stateOf(whole)).toMatchObject({ state: "sent" });
});

test("drops what tells of a thing that is gone", async () => {
  const gone = bench.ports.random.uuid();
  const id = await put({ kind: "code_issued", refs: { personId: gone, codeId: gone } });
  await drain();
  expect(await stateOf(id)).toEqual({ state: "dropped", failure: "gone", attempts: 1 });
});

async function askOtp(number: Phone): Promise<string> {
  const id = bench.ports.random.uuid();
  const createdAt = bench.world.clock.now();
  const diesAt = otpExpiresAt(createdAt);
  await bench.ports.db.as(visitorOf(), async (tx) => {
    const row = {
      id,
      user: user(),
      purpose: "registration",
      subjectId: id,
      phone: number,
      reference: "BCDF",
    } as const;
    await insertOtp(bench.ports, tx, { ...row, createdAt, expiresAt: diesAt });
    await queue(bench.ports, tx, { kind: "otp_sms", medium: "sms", to: user(), refs: { otpId: id }, diesAt });
  });
  return id;
}

const visitorOf = () => ({ kind: "visitor", ...user() }) as const;
const otpState = async (otpId: string) => {
  const [row] = await bench.all`select state, failure from notice where refs ->> 'otpId' = ${otpId}`;
  return row;
};

test("sends an OTP by SMS, with its reference and the line for our own pages", async () => {
  const number = "+66812340001" as Phone;
  const id = await askOtp(number);
  await drain();
  const [sms] = bench.simulator.sms(number);
  expect(sms?.text).toContain(otpDigits(bench.ports.keys.otp, id));
  expect(sms?.text).toContain("BCDF");
  expect(sms?.text.split("\n").at(-1)).toBe(`@localhost #${otpDigits(bench.ports.keys.otp, id)}`);
  expect(JSON.stringify(await bench.all`select * from notice`)).not.toContain(
    otpDigits(bench.ports.keys.otp, id),
  );
});

test("sends an OTP after a short outage of the gateway, and never one that has died", async () => {
  const number = "+66812340002" as Phone;
  await bench.simulator.outage("sms", true);
  const first = await askOtp(number);
  await drain();
  expect(await otpState(first)).toMatchObject({ state: "waiting" });
  await bench.simulator.outage("sms", false);
  bench.world.clock.pass(30);
  await drain();
  expect(bench.simulator.sms(number)).toHaveLength(1);
  await bench.simulator.outage("sms", true);
  const second = await askOtp(number);
  await drain();
  bench.world.clock.pass(5 * 60);
  await bench.simulator.outage("sms", false);
  await drain();
  expect(await otpState(second)).toEqual({ state: "dropped", failure: "died" });
  expect(bench.simulator.sms(number)).toHaveLength(1);
});

test("does not send an OTP that a newer one replaced", async () => {
  const number = "+66812340003" as Phone;
  const old = await askOtp(number);
  bench.world.clock.pass(60);
  const fresh = await askOtp(number);
  await drain();
  expect(await otpState(old)).toEqual({ state: "dropped", failure: "gone" });
  expect(await otpState(fresh)).toMatchObject({ state: "sent" });
  expect(bench.simulator.sms(number)).toHaveLength(1);
});

test("tells a represented person without LINE by SMS to the phone that was typed", async () => {
  const [asker, represented] = [await metPerson(1), await metPerson(2)];
  const id = bench.ports.random.uuid();
  const number = "+66812340004" as Phone;
  await bench.ports.db.as({ kind: "citizen", ...user(), personId: asker, unlocked: true }, (tx) =>
    insertDelegation(bench.ports, tx, {
      id,
      askerId: asker,
      forId: represented,
      relation: "mother",
      way: "otp",
      state: "asked",
      services: null,
      untilDay: "2027-11-20" as BangkokDay,
      requestKey: id,
      askedAt: bench.world.clock.now(),
      sides: {
        askerName: "สมชาย ใจดี",
        forName: null,
        forCitizenId: completeCitizenId("000000000002"),
        phone: number,
      },
    }),
  );
  const to = { channel: "c", lineUserId: "" };
  await put({
    kind: "companion_asked",
    medium: "sms",
    to,
    personId: represented,
    refs: { delegationId: id },
  });
  await drain();
  expect(bench.simulator.sms(number).map(({ text }) => text)).toEqual([
    expect.stringContaining("สมชาย ใจดี") as string,
  ]);
});

/** Somebody whose number was met, and nothing else. */
async function metPerson(serial: number): Promise<string> {
  const facts = {
    citizenId: completeCitizenId(String(serial).padStart(12, "0")),
    firstName: null,
    lastName: null,
    birth: null,
  };
  const made = {
    id: bench.ports.random.uuid(),
    facts,
    assurance: "line",
    now: bench.world.clock.now(),
  } as const;
  const { id } = await bench.ports.db.as({ kind: "gate" }, (tx) => ensurePerson(bench.ports, tx, made));
  return id;
}

function lineAt(server: Server) {
  const { port } = server.address() as AddressInfo;
  const token = () => Promise.resolve("token");
  return makeLine({ apiBase: `http://127.0.0.1:${port}`, timeoutMs: 200, token });
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
