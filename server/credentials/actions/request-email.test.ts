import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { testProofing } from "../../../tests/support/proofing.ts";
import { sent, withPassword } from "../../../tests/support/registering.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { holdingOf, namedHolder } from "../../../tests/support/seats.ts";
import {
  decideAs,
  headPassword,
  petitionOfRequest,
  requestBench,
  sendOwn,
  sessionOfHolding,
  typedRequest,
  type RequestBench,
} from "../../../tests/support/service-requests.ts";
import { otpDigits } from "../../identity/otp.ts";
import { saveHolding } from "../store/holding.ts";
import { decideRegistration } from "./decide-registration.ts";
import { enterPaperRequest } from "./enter-paper-request.ts";
import { proveRequestEmail, sendRequestCode } from "./prove-request-email.ts";
import { sendHeadRequest } from "./send-head-request.ts";

const app = testProofing();
let world: TestWorld;
let all: postgres.Sql;
let bench: RequestBench;

beforeAll(async () => {
  world = await townWorld({ paotang: app });
  all = asSuperuser(world);
});
beforeEach(async () => {
  bench = await requestBench(world);
});
afterAll(() => world.close());

const minutes = 60;

/** An address that somebody in another seat proved. */
async function takenEmail(name: string): Promise<string> {
  const email = `${name}@town.example`;
  const emailIndex = world.ports.keys.blindIndex("email", email);
  await all`insert into holder_email (email_index, person_id, proven_at)
    values (${emailIndex}, ${world.ports.random.uuid()}, now())`;
  return email;
}

function holderHere() {
  return { kind: "holder", ...sessionOfHolding(bench.holding) } as const;
}

async function mailedCode(requestId: string): Promise<string> {
  const { seen } = await petitionOfRequest(world, bench, requestId);
  return otpDigits(world.ports.keys.otp, seen.emailCodeId ?? "");
}

/** A head asks for a change of holder, with this address for whoever comes next. */
function changeAsked(newEmail: string) {
  return sendHeadRequest(world.ports, bench.head, {
    ...{ userCode: bench.holding.userCode, part: "holder", proof: headPassword },
    typed: typedRequest({ case: "holder_resigned", newEmail }),
    requestKey: world.ports.random.uuid(),
  });
}

test("whether an address is somebody else's is told only to whoever proved that they read its mail", async () => {
  const newEmail = await takenEmail("taken");
  const { requestId } = await granted(sendOwn(world, bench.holding, { case: "email_changed", newEmail }));
  await granted(sendRequestCode(world.ports, holderHere(), requestId));
  const code = await mailedCode(requestId);
  const proven = proveRequestEmail(world.ports, holderHere(), { requestId, code });
  expect((await refusal(proven)).kind).toBe("email_taken");
  const { seen } = await petitionOfRequest(world, bench, requestId);
  expect([seen.emailProvenAt, seen.emailCodeId]).toEqual([null, null]);
});

test("the central office is told at once when a paper form gives somebody else's address", async () => {
  const newEmail = await takenEmail("taken.paper");
  const entered = enterPaperRequest(world.ports, bench.registrar, {
    ...{ userCode: bench.holding.userCode, part: "holder", paper: drawnPng() },
    typed: typedRequest({ case: "email_changed", newEmail }),
    requestKey: world.ports.random.uuid(),
  });
  expect((await refusal(entered)).kind).toBe("email_taken");
});

test("a seat has five codes mailed in a day, whatever request and address they are for", async () => {
  const ask = async (name: string) =>
    granted(sendOwn(world, bench.holding, { case: "email_changed", newEmail: `${name}@town.example` }));
  const { requestId } = await ask("first");
  for (let sentSoFar = 0; sentSoFar < 5; sentSoFar += 1) {
    world.clock.pass(2 * minutes);
    await granted(sendRequestCode(world.ports, holderHere(), requestId));
  }
  await granted(decideAs(world, bench, requestId, { kind: "refuse", reason: "โทรกลับไม่ได้" }));
  const again = await ask("second");
  expect((await refusal(sendRequestCode(world.ports, holderHere(), again.requestId))).kind).toBe(
    "codes_many",
  );
  world.clock.pass(24 * 60 * minutes);
  await granted(sendRequestCode(world.ports, holderHere(), again.requestId));
});

test("a change of holder to somebody else's address is refused to the registrar, who is told why", async () => {
  await namedHolder(world.ports, bench.head, bench.holding.seatId, { reason: "resigned" });
  const { requestId } = await granted(changeAsked(await takenEmail("taken.next")));
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("email_taken");
});

test("a grant changes nothing of a successor who registered, and sends nobody a link", async () => {
  const { ports } = world;
  const email = "next.registered@town.example";
  const next = await namedHolder(ports, bench.head, bench.holding.seatId, { reason: "resigned", email });
  await withPassword(ports, next.id, { isOwn: true });
  await sent(ports, app, next, email);
  const before = await holdingOf(ports, next.id);
  const other = await granted(changeAsked("attacker@town.example"));
  expect((await refusal(decideAs(world, bench, other.requestId))).kind).toBe("successor_email_other");
  expect(await holdingOf(ports, bench.holding.id)).toMatchObject({ state: "live" });
  await granted(decideAs(world, bench, other.requestId, { kind: "refuse", reason: "อีเมลไม่ตรง" }));
  const same = await granted(changeAsked(email.toUpperCase()));
  await granted(decideAs(world, bench, same.requestId));
  expect(await holdingOf(ports, bench.holding.id)).toMatchObject({ state: "ended" });
  expect((await holdingOf(ports, next.id)).facts).toEqual(before.facts);
  const links =
    await all`select 1 from notice where kind = 'seat_named' and refs ->> 'holdingId' = ${next.id}`;
  expect(links).toHaveLength(1);
});

test("a registration with another address than the granted request gives is not approved", async () => {
  const { ports } = world;
  const next = await namedHolder(ports, bench.head, bench.holding.seatId, { reason: "resigned" });
  const { requestId } = await granted(changeAsked("bound.approve@town.example"));
  await granted(decideAs(world, bench, requestId));
  await sent(ports, app, await holdingOf(ports, next.id));
  const changed = await holdingOf(ports, next.id);
  const facts = { ...changed.facts, email: "another@town.example" };
  await ports.db.as({ kind: "gate" }, (tx) => saveHolding(ports, tx, changed, { facts }));
  const approve = () =>
    decideRegistration(ports, bench.registrar, { holdingId: next.id, decision: { kind: "approve" } });
  expect((await refusal(approve())).kind).toBe("email_bound");
  await ports.db.as({ kind: "gate" }, (tx) => saveHolding(ports, tx, changed, { facts: changed.facts }));
  await granted(approve());
});
