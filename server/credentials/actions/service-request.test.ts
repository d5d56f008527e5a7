import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type postgres from "postgres";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { withPassword } from "../../../tests/support/registering.ts";
import { holdingOf, namedHolder } from "../../../tests/support/seats.ts";
import {
  decideAs,
  headPassword,
  keyOfBench,
  petitionOfRequest,
  requestBench,
  sendOwn,
  sessionOfHolding,
  signedRequest,
  typedRequest,
  type RequestBench,
} from "../../../tests/support/service-requests.ts";
import { otpDigits } from "../../identity/otp.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { mayMakeKey } from "../desk/may-make-key.ts";
import type { ServiceCase } from "../service-request.ts";
import { noteCall } from "./note-call.ts";
import { proveRequestEmail, sendRequestCode } from "./prove-request-email.ts";
import { reportLostPhone } from "./report-lost-phone.ts";
import { seeOwnRequests } from "./see-requests.ts";
import { sendHeadRequest } from "./send-head-request.ts";

let world: TestWorld;
let all: postgres.Sql;
let bench: RequestBench;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
});
beforeEach(async () => {
  bench = await requestBench(world);
});
afterAll(() => world.close());

async function mails(requestId: string): Promise<readonly string[]> {
  const rows = await all<{ kind: string }[]>`
    select kind from notice where refs ->> 'requestId' = ${requestId} and medium = 'mail' order by kind`;
  return rows.map(({ kind }) => kind);
}

test("a request is a petition of the central office: a number, a day due, and the four statuses", async () => {
  const requestId = await signedRequest(world, bench);
  const { seen, petition } = await petitionOfRequest(world, bench, requestId);
  expect(petition).toMatchObject({ status: "submitted", via: "browser", personId: bench.holding.personId });
  expect(petition?.dueDay).not.toBeNull();
  expect(seen).toMatchObject({ number: petition?.number, headSigned: "second_step" });
  await granted(decideAs(world, bench, requestId));
  expect((await petitionOfRequest(world, bench, requestId)).petition).toMatchObject({
    status: "completed",
    outcome: "granted",
  });
  expect(await mails(requestId)).toEqual(["seat_request_granted", "seat_request_sent", "staff_request_said"]);
});

test("a forgotten password granted mails a link to the registered address", async () => {
  await granted(decideAs(world, bench, await signedRequest(world, bench, { case: "password_forgotten" })));
  const links = await all`select kind from notice where kind = 'seat_password_link'
    and refs ->> 'holdingId' = ${bench.holding.id}`;
  expect(links).toHaveLength(1);
});

test("another phone granted stops the old key and lets another be made without a registration", async () => {
  expect(await keyOfBench(world, bench)).not.toBeNull();
  await granted(decideAs(world, bench, await signedRequest(world, bench)));
  expect(await keyOfBench(world, bench)).toBeNull();
  const after = await holdingOf(world.ports, bench.holding.id);
  const may = await world.ports.db.as({ kind: "gate" }, (tx) => mayMakeKey(world.ports, tx, after));
  expect(after).toMatchObject({ state: "live" });
  expect(after.newKeyFrom).not.toBeNull();
  expect(may).not.toMatchObject({ refusal: { kind: "key_not_granted" } });
});

test("a granted new phone ends the password, and the link that sets another waits a week", async () => {
  await granted(decideAs(world, bench, await signedRequest(world, bench)));
  expect((await holdingOf(world.ports, bench.holding.id)).passwordSetAt).toBeNull();
  const [link] = await all<{ days: number }[]>`select extract(day from expires_at - made_at)::int as days
    from seat_link where holding_id = ${bench.holding.id} and used_at is null`;
  expect(link?.days).toBe(7);
});

test("a lost phone is asked for after its report alone, and opens the way to a new key", async () => {
  const early = await refusal(sendOwn(world, bench.holding, { case: "phone_lost" }));
  expect(early.kind).toBe("lost_report_missing");
  const loss = { holdingId: bench.holding.id, said: "", phone: "", requestKey: world.ports.random.uuid() };
  const lostOn = "2026-11-20" as BangkokDay;
  await granted(reportLostPhone(world.ports, { kind: "head", actor: bench.head }, { ...loss, lostOn }));
  await granted(decideAs(world, bench, await signedRequest(world, bench, { case: "phone_lost" })));
  expect((await holdingOf(world.ports, bench.holding.id)).newKeyFrom).not.toBeNull();
});

test("what is told in words changes nothing by itself", async () => {
  await granted(
    decideAs(world, bench, await signedRequest(world, bench, { case: "other", said: "ขั้นตอนที่ 5 ไม่สำเร็จ" })),
  );
  expect(await keyOfBench(world, bench)).not.toBeNull();
  expect((await holdingOf(world.ports, bench.holding.id)).newKeyFrom).toBeNull();
});

test.each<[ServiceCase, string]>([
  ["holder_resigned", "resigned"],
  ["holder_moved", "transferred"],
  ["holder_other", "holder_changed"],
])("%s ends the time in the seat, and the next one gets the link at the new address", async (of, reason) => {
  const { ports } = world;
  const naming = { reason: "resigned" } as const;
  const next = await namedHolder(ports, bench.head, bench.holding.seatId, naming);
  const newEmail = `next.${of.replaceAll("_", "")}@town.example`;
  const { requestId } = await granted(
    sendHeadRequest(ports, bench.head, {
      userCode: bench.holding.userCode,
      part: "holder",
      typed: typedRequest({ case: of, newEmail, said: "ลาไปปฏิบัติงานต่างประเทศ" }),
      proof: headPassword,
      requestKey: ports.random.uuid(),
    }),
  );
  await granted(decideAs(world, bench, requestId));
  expect(await holdingOf(ports, bench.holding.id)).toMatchObject({ state: "ended", endReason: reason });
  const after = await holdingOf(ports, next.id);
  expect(after).toMatchObject({ state: "named", facts: { email: newEmail } });
  const links =
    await all`select 1 from notice where kind = 'seat_named' and refs ->> 'holdingId' = ${next.id}`;
  expect(links).toHaveLength(2);
});

test("a change of holder waits until somebody is named to come next", async () => {
  const asked = sendHeadRequest(world.ports, bench.head, {
    userCode: bench.holding.userCode,
    part: "holder",
    typed: typedRequest({ case: "holder_resigned", newEmail: "nobody@town.example" }),
    proof: headPassword,
    requestKey: world.ports.random.uuid(),
  });
  expect((await refusal(asked)).kind).toBe("successor_missing");
});

test("the next holder asks for themselves, with their password alone", async () => {
  const next = await namedHolder(world.ports, bench.head, bench.holding.seatId, { reason: "resigned" });
  await withPassword(world.ports, next.id, { isOwn: true });
  const newEmail = "next.self@town.example";
  const { requestId } = await granted(sendOwn(world, next, { case: "holder_moved", newEmail }));
  expect((await petitionOfRequest(world, bench, requestId)).seen).toMatchObject({
    requester: "new_holder",
    successorId: next.id,
  });
  const seenBy = async (holdingId: string) =>
    (await seeOwnRequests(world.ports, { holdingId, sessionId: holdingId, isWhole: true })).rows;
  expect(await seenBy(next.id)).toHaveLength(1);
  expect(await seenBy(bench.holding.id)).toEqual([]);
});

test("another address is granted after a call back and a code alone, and takes the old one's place", async () => {
  const { ports } = world;
  const newEmail = "manee.new@town.example";
  const requestId = await signedRequest(world, bench, { case: "email_changed", newEmail });
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("not_called");
  const call = { requestId, number: "02 000 0001", note: "คุยกับปลัด" };
  await granted(noteCall(ports, bench.registrar, { ...call, outcome: "no_answer", note: "" }));
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("not_called");
  await granted(noteCall(ports, bench.registrar, { ...call, outcome: "reached" }));
  const { calls } = (await petitionOfRequest(world, bench, requestId)).seen.office;
  expect(calls).toMatchObject([
    { number: "020000001", outcome: "no_answer", staffId: bench.registrar.staffId },
    { number: "020000001", outcome: "reached", note: "คุยกับปลัด" },
  ]);
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("email_unproven");
  const holder = { kind: "holder", ...sessionOfHolding(bench.holding) } as const;
  await granted(sendRequestCode(ports, holder, requestId));
  const codeId = (await petitionOfRequest(world, bench, requestId)).seen.emailCodeId ?? "";
  const digits = otpDigits(ports.keys.otp, codeId);
  const wrong = digits === "000000" ? "000001" : "000000";
  expect(await refusal(proveRequestEmail(ports, holder, { requestId, code: wrong }))).toMatchObject({
    kind: "email_code_wrong",
    left: 9,
  });
  await granted(proveRequestEmail(ports, holder, { requestId, code: digits }));
  await granted(decideAs(world, bench, requestId));
  const after = await holdingOf(ports, bench.holding.id);
  expect(after.facts.email).toBe(newEmail);
  expect(after.newKeyFrom).not.toBeNull();
  expect(await keyOfBench(world, bench)).toBeNull();
  const owners = await all`select person_id from holder_email where person_id = ${bench.holding.personId}`;
  expect(owners).toHaveLength(1);
});
