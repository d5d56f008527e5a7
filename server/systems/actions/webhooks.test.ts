import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { Webhook } from "standardwebhooks";
import { parse } from "valibot";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { generalCare, openFacility } from "../../../tests/support/facilities.ts";
import { granted, refusal, somebody } from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { codeEvent } from "../../api/schemas.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { meetAtCounter } from "../../identity/actions/meet-at-counter.ts";
import type { Staff } from "../../kernel/actor.ts";
import { parsePersonName } from "../../kernel/person-name.ts";
import { cancelCodeHere } from "../../visits/actions/cancel-code-here.ts";
import { closeCode } from "../../visits/actions/close-code.ts";
import { issueBySystem } from "../../visits/actions/issue-by-system.ts";
import { webhookEvents } from "../webhook.ts";
import { chooseEvents } from "./choose-events.ts";
import { drainDeliveries } from "./drain-deliveries.ts";
import { endWebhook, makeWebhook, mostEndpoints, rotateWebhookSecret } from "./make-webhook.ts";
import { pauseWebhook } from "./pause-webhook.ts";
import { replayDelivery } from "./replay-deliveries.ts";
import { seeSystems, seeWebhook } from "./see-systems.ts";

interface Received {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly type: string;
}

let world: TestWorld;
let admin: Staff;
let receiver: Server;
let url: string;
let received: Received[] = [];
let answers = 200;
let all: postgres.Sql;

beforeAll(async () => {
  world = await testWorld();
  all = postgres(world.database.superuserUrl, { max: 1 });
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const headers = request.headers as Record<string, string>;
      const { type } = JSON.parse(body) as { type: string };
      if (answers < 300) received.push({ id: headers["webhook-id"] ?? "", headers, body, type });
      response.writeHead(answers, { location: url }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
afterAll(async () => {
  receiver.close();
  await all.end();
  await world.close();
});

let facilities = 0;
beforeEach(async () => {
  [received, answers] = [[], 200];
  // The verifier knows the real time only.
  world.clock.set(new Date());
  facilities += 1;
  const agencyId = await openFacility(world.ports, { hcode: String(99000 + facilities) });
  admin = { kind: "staff", staffId: world.ports.random.uuid(), agencyId, level: "facility_admin" };
});

const endpoint = (more: { url?: string; events?: readonly string[]; requestKey?: string } = {}) =>
  granted(
    makeWebhook(world.ports, admin, {
      url,
      events: webhookEvents,
      requestKey: world.ports.random.uuid(),
      demo: true,
      ...more,
    }),
  );

async function code(): Promise<string> {
  const { ports } = world;
  const typist = somebody();
  const [citizenId, first, last] = [
    parseCitizenId(typist.citizenId),
    parsePersonName(typist.firstName),
    parsePersonName(typist.lastName),
  ];
  if (!citizenId.ok || !first.ok || !last.ok) throw new Error("a test person is wrong");
  const met = { citizenId: citizenId.value, firstName: first.value, lastName: last.value, birth: null };
  await meetAtCounter(ports, admin, { ...met, source: "typed" });
  const typed = { mobile: typist.phone, telephones: "", services: [generalCare], hn: "77", an: "" };
  const requestKey = ports.random.uuid();
  const made = await granted(
    issueBySystem(ports, admin, { citizenId: citizenId.value, typed, correlationId: null, requestKey }),
  );
  return made.codes[0]?.id ?? "";
}

const drain = () => drainDeliveries(world.ports, { kind: "system", job: "webhooks" });

async function drainUntilIdle(): Promise<void> {
  while ((await drain()).claimed > 0);
}

const states = async () => {
  const rows = await all`select state from webhook_delivery where agency_id = ${admin.agencyId} order by 1`;
  return rows.map(({ state }) => state as string);
};

test("the life of a code is told in order of its moments, signed so that an independent verifier agrees", async () => {
  const { secret } = await endpoint();
  const { ports } = world;
  const codeId = await code();
  await granted(closeCode(ports, admin, { codeId }));
  const other = await code();
  await granted(cancelCodeHere(ports, admin, { codeId: other, reason: "ผิดคน" }));
  await drainUntilIdle();
  const toldOf = (id: string) =>
    received.filter(({ body }) => body.includes(id)).map(({ type }) => type.replace("service_code.", ""));
  const codes = await all`select id, code from service_code where agency_id = ${admin.agencyId}`;
  const textOf = (id: string) => codes.find((each) => each["id"] === id)?.["code"] as string;
  expect([toldOf(textOf(codeId)), toldOf(textOf(other))]).toEqual([
    ["issued", "used", "closed"],
    ["issued", "cancelled"],
  ]);
  for (const { body } of received) expect(parse(codeEvent, JSON.parse(body))).toEqual(JSON.parse(body));
  const verifier = new Webhook(secret);
  for (const { body, headers } of received) expect(() => verifier.verify(body, headers)).not.toThrow();
  const told = received.find(({ type }) => type === "service_code.closed");
  const { data } = JSON.parse(told?.body ?? "") as { data: Record<string, string> };
  expect(data).toMatchObject({ service: generalCare, hn: "77" });
  expect(data["closingCode"]).toMatch(/^EP\d{10}$/);
  const first = received[0] ?? { body: "", headers: {} };
  expect(() => verifier.verify(`${first.body} `, first.headers)).toThrow();
});

test("of eight endpoints made at once, no more are kept than an agency may have", async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, () =>
      makeWebhook(world.ports, admin, {
        url,
        events: webhookEvents,
        requestKey: world.ports.random.uuid(),
        demo: true,
      }),
    ),
  );
  expect(made.filter(({ ok }) => ok)).toHaveLength(mostEndpoints);
});

test("a message tells nothing of the person", async () => {
  await endpoint();
  await code();
  await drainUntilIdle();
  expect(Object.keys((JSON.parse(received[0]?.body ?? "") as { data: object }).data).sort()).toEqual([
    "cancelReason",
    "closingCode",
    "code",
    "day",
    "hn",
    "service",
    "visitId",
  ]);
});

test("a receiver down an hour loses nothing and gets nothing under two ids", async () => {
  await endpoint();
  answers = 503;
  for (let at = 0; at < 8; at += 1) await code();
  for (let minute = 0; minute < 60; minute += 1) {
    await drainUntilIdle();
    world.clock.pass(60);
  }
  expect(received).toEqual([]);
  answers = 204;
  for (let minute = 0; minute < 90; minute += 1) {
    await drainUntilIdle();
    world.clock.pass(60);
  }
  expect(await states()).toEqual(Array.from({ length: 8 }, () => "delivered"));
  const codes = received.map(({ body }) => (JSON.parse(body) as { data: { code: string } }).data.code);
  expect(new Set(codes).size).toBe(8);
  expect(new Set(received.map(({ id }) => id)).size).toBe(8);
});

test("two senders at once send nothing twice", async () => {
  await endpoint();
  for (let at = 0; at < 4; at += 1) await code();
  await Promise.all([drain(), drain(), drain()]);
  await drainUntilIdle();
  expect(received.map(({ id }) => id)).toHaveLength(new Set(received.map(({ id }) => id)).size);
  expect(received).toHaveLength(4);
});

test("after three days of failing a message is dead, and a replay brings it under its own id", async () => {
  const { endpointId } = await endpoint();
  answers = 500;
  await code();
  for (let hour = 0; hour < 120; hour += 1) {
    await drainUntilIdle();
    world.clock.pass(3600);
  }
  expect(await states()).toEqual(["dead"]);
  const [dead] = (await granted(seeWebhook(world.ports, admin, { endpointId, turn: null }))).deliveries;
  answers = 200;
  const replayed = await granted(replayDelivery(world.ports, admin, { endpointId, deliveryId: null }));
  expect(replayed.count).toBe(1);
  await drainUntilIdle();
  expect(received.map(({ id }) => id)).toEqual([dead?.id]);
  expect(await states()).toEqual(["delivered"]);
});

test("while it is paused nothing is sent, and afterwards all that happened, once each", async () => {
  const { endpointId } = await endpoint();
  await granted(pauseWebhook(world.ports, admin, { endpointId, paused: true }));
  for (let at = 0; at < 3; at += 1) await code();
  await drainUntilIdle();
  world.clock.pass(86_400);
  await drainUntilIdle();
  expect(received).toEqual([]);
  await granted(pauseWebhook(world.ports, admin, { endpointId, paused: false }));
  await drainUntilIdle();
  expect(new Set(received.map(({ id }) => id)).size).toBe(3);
  expect(await states()).toEqual(["delivered", "delivered", "delivered"]);
});

test("a redirect is not followed", async () => {
  await endpoint();
  answers = 307;
  await code();
  await drain();
  expect(
    (await all`select last_answer from webhook_delivery where agency_id = ${admin.agencyId}`)[0],
  ).toEqual({
    last_answer: "307",
  });
});

test("during a rotation messages are signed by both secrets, and after it by the new one alone", async () => {
  const before = await endpoint();
  const after = await granted(
    rotateWebhookSecret(world.ports, admin, { endpointId: before.endpointId, hours: "1" }),
  );
  await code();
  await drainUntilIdle();
  const [both] = received;
  for (const { secret } of [before, after]) {
    expect(() => new Webhook(secret).verify(both?.body ?? "", both?.headers ?? {})).not.toThrow();
  }
  world.clock.pass(3601);
  await code();
  await drainUntilIdle();
  expect(received[1]?.headers["webhook-signature"]?.split(" ")).toHaveLength(1);
});

test("only what was chosen is told, and nothing once the endpoint was ended", async () => {
  const { endpointId } = await endpoint({ events: ["service_code.closed"] });
  const codeId = await code();
  await granted(closeCode(world.ports, admin, { codeId }));
  await drainUntilIdle();
  expect(received.map(({ type }) => type)).toEqual(["service_code.closed"]);
  await granted(endWebhook(world.ports, admin, { endpointId }));
  await granted(closeCode(world.ports, admin, { codeId: await code() }));
  await drainUntilIdle();
  expect(received).toHaveLength(1);
  expect((await seeSystems(world.ports, admin)).endpoints).toEqual([]);
});

test("what is chosen anew is told from then on", async () => {
  const { endpointId } = await endpoint({ events: ["service_code.closed"] });
  await code();
  await granted(chooseEvents(world.ports, admin, { endpointId, events: ["service_code.issued", "x"] }));
  await granted(closeCode(world.ports, admin, { codeId: await code() }));
  await drainUntilIdle();
  expect(received.map(({ type }) => type)).toEqual(["service_code.issued"]);
  expect((await refusal(chooseEvents(world.ports, admin, { endpointId, events: [] }))).kind).toBe(
    "webhook_events_none",
  );
});

test("a code that a citizen asks for in LINE is told too", async () => {
  await endpoint();
  const personId = world.ports.random.uuid();
  await all.begin(async (sql) => {
    await sql`select set_config('role', 'pratu_citizen', true), set_config('app.person', ${personId}, true)`;
    const [visitId, id, now] = [
      world.ports.random.uuid(),
      world.ports.random.uuid(),
      new Date().toISOString(),
    ];
    await sql`insert into visit (person_id, id, agency_id, day, status, way, asked_by, made_at)
      values (${personId}, ${visitId}, ${admin.agencyId}, '2026-11-21', 'confirmed', 'line_qr', ${personId}, ${now})`;
    await sql`insert into service_code (person_id, id, visit_id, agency_id, service_type, day, code, status, asked_by,
      request_key, issued_at, expires_at) values (${personId}, ${id}, ${visitId}, ${admin.agencyId}, ${generalCare},
      '2026-11-21', 'PP0000000077', 'issued', ${personId}, 'x', ${now}, ${now})`;
    const [role] = await sql`select current_setting('role') as role`;
    expect(role).toEqual({ role: "pratu_citizen" });
  });
  expect(await states()).toEqual(["waiting"]);
});

test("another facility sees, ends, rotates and replays nothing of it", async () => {
  const { endpointId } = await endpoint();
  await code();
  const [delivery] = (await granted(seeWebhook(world.ports, admin, { endpointId, turn: null }))).deliveries;
  const agencyId = await openFacility(world.ports, { hcode: String(98000 + facilities) });
  const stranger: Staff = { ...admin, agencyId };
  const { ports } = world;
  const deliveryId = delivery?.id ?? "";
  const tries = [
    seeWebhook(ports, stranger, { endpointId, turn: null }),
    endWebhook(ports, stranger, { endpointId }),
    rotateWebhookSecret(ports, stranger, { endpointId, hours: "1" }),
    replayDelivery(ports, stranger, { endpointId, deliveryId }),
    chooseEvents(ports, stranger, { endpointId, events: webhookEvents }),
    pauseWebhook(ports, stranger, { endpointId, paused: true }),
  ];
  for (const each of tries)
    expect((await refusal<unknown, { kind: string }>(each)).kind).toBe("webhook_missing");
});

test.each([
  ["ftp://hospital.example/x", "webhook_url_shape"],
  ["https://user:word@hospital.example/", "webhook_url_shape"],
  ["http://hospital.example/", "webhook_url_not_https"],
  ["https://127.0.0.1/", "webhook_url_private"],
  ["https://[::1]/", "webhook_url_private"],
  ["https://2130706433/", "webhook_url_private"],
  ["https://10.1.1.1/", "webhook_url_private"],
  ["https://localhost/", "webhook_url_private"],
  ["https://his.internal/", "webhook_url_private"],
])("%s is refused outside a demo: %s", async (address, kind) => {
  const input = { url: address, events: webhookEvents, requestKey: address, demo: false };
  expect((await refusal(makeWebhook(world.ports, admin, input))).kind).toBe(kind);
});
