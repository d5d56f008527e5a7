import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type postgres from "postgres";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { testProofing } from "../../../tests/support/proofing.ts";
import { letterPasswordOfTest, proven, typedAddress } from "../../../tests/support/registering.ts";
import { namedHolder, staffOf } from "../../../tests/support/seats.ts";
import {
  decideAs,
  headOf,
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
import { takeDeskStep } from "../../petitions/actions/take-desk-step.ts";
import { deskFields, type DeskField } from "../../petitions/desk-step.ts";
import { endHolding } from "../desk/end-holding.ts";
import { lockHolding } from "../store/holding.ts";
import { decideRequest } from "./decide-request.ts";
import { enterPaperRequest } from "./enter-paper-request.ts";
import { saveRegistrationData } from "./save-registration-data.ts";
import { seeRequest, seeRequestPaper, seeRequests } from "./see-requests.ts";
import { sendEmailCode } from "./send-email-code.ts";
import { sendHeadRequest } from "./send-head-request.ts";
import { sendOwnRequest } from "./send-own-request.ts";
import { signRequest } from "./sign-request.ts";

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

async function mails(requestId: string): Promise<readonly string[]> {
  const rows = await all<{ kind: string }[]>`
    select kind from notice where refs ->> 'requestId' = ${requestId} and medium = 'mail' order by kind`;
  return rows.map(({ kind }) => kind);
}

test("nothing is granted before the head signed, and nothing of it has happened then", async () => {
  const { requestId } = await granted(sendOwn(world, bench.holding));
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("head_unsigned");
  expect(await keyOfBench(world, bench)).not.toBeNull();
  expect((await petitionOfRequest(world, bench, requestId)).petition?.status).toBe("submitted");
});

test.each([
  [{ case: "" }, "case", "case_missing"],
  [{ case: "other", said: " " }, "said", "said_missing"],
  [{ case: "email_changed" }, "newEmail", "email_missing"],
  [{ case: "email_changed", newEmail: "manee" }, "newEmail", "email_wrong"],
  [{ payingUnit: "1234" }, "payingUnit", "paying_unit_wrong"],
  [{ mobile: "12" }, "mobile", "mobile_wrong"],
  [{ division: "" }, "division", "division_missing"],
] as const)("a form with %o is refused at its field", async (typed, field, kind) => {
  const refused = await refusal(sendOwn(world, bench.holding, typed));
  expect(refused).toMatchObject({ kind: "request_wrong", faults: [{ field, kind }] });
});

test("a wrong password sends nothing", async () => {
  const asked = sendOwnRequest(world.ports, {
    session: sessionOfHolding(bench.holding),
    softTokenId: null,
    typed: typedRequest(),
    password: "not this one at all",
    requestKey: world.ports.random.uuid(),
  });
  expect((await refusal(asked)).kind).toBe("password_wrong");
  expect((await seeRequests(world.ports, bench.registrar)).rows).toEqual([]);
});

test("a session whose key was ended signs nothing", async () => {
  await all`update soft_token set state = 'stopped', ended_at = now() where id = ${bench.seated.softTokenId}`;
  const asked = sendOwnRequest(world.ports, {
    session: sessionOfHolding(bench.holding),
    softTokenId: bench.seated.softTokenId,
    typed: typedRequest(),
    password: letterPasswordOfTest,
    requestKey: world.ports.random.uuid(),
  });
  expect((await refusal(asked)).kind).toBe("key_over");
});

test("the same form sent twice, and twice at once, is one request", async () => {
  const requestKey = world.ports.random.uuid();
  const both = await Promise.all([1, 2].map(() => granted(sendOwn(world, bench.holding, {}, requestKey))));
  const again = await granted(sendOwn(world, bench.holding, {}, requestKey));
  expect(new Set([...both, again].map(({ requestId }) => requestId)).size).toBe(1);
  expect((await seeRequests(world.ports, bench.registrar)).rows).toHaveLength(1);
  expect((await refusal(sendOwn(world, bench.holding))).kind).toBe("request_open");
});

test("of two registrars at once one decides, and the other is told so", async () => {
  const requestId = await signedRequest(world, bench);
  const other = await staffOf(world.ports, bench.holding.issuerId, "token_registrar");
  const answers = await Promise.all(
    [bench.registrar, other].map((who) =>
      decideRequest(world.ports, who, { requestId, decision: { kind: "refuse", reason: "ลายมือชื่อไม่ครบ" } }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "request_decided" } });
});

test("what was refused with a reason changes nothing and is asked for anew", async () => {
  const requestId = await signedRequest(world, bench);
  expect((await refusal(decideAs(world, bench, requestId, { kind: "refuse", reason: " " }))).kind).toBe(
    "reason_missing",
  );
  await granted(decideAs(world, bench, requestId, { kind: "refuse", reason: "ชื่อไม่ตรงกับคำสั่ง" }));
  expect(await keyOfBench(world, bench)).not.toBeNull();
  const { seen, petition } = await petitionOfRequest(world, bench, requestId);
  expect(seen).toMatchObject({ state: "refused", office: { reason: "ชื่อไม่ตรงกับคำสั่ง" } });
  expect(petition).toMatchObject({ status: "completed", outcome: "refused" });
  expect(await mails(requestId)).toContain("seat_request_refused");
  expect(await signedRequest(world, bench)).not.toBe(requestId);
});

test("a request is not granted once the time in the seat is over", async () => {
  const requestId = await signedRequest(world, bench);
  await world.ports.db.as({ kind: "system", job: "test" }, async (tx) => {
    const holding = await lockHolding(world.ports, tx, bench.holding.id);
    if (holding) await endHolding(world.ports, tx, bench.head, holding, "resigned");
  });
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("holding_over");
  expect((await petitionOfRequest(world, bench, requestId)).petition?.status).toBe("submitted");
});

test("another agency's seats, requests and offices are not there", async () => {
  const requestId = await signedRequest(world, bench);
  const other = await requestBench(world);
  const stranger = await headOf(world, other.holding.agencyId);
  const whom = { userCode: bench.holding.userCode, part: "holder", typed: typedRequest() } as const;
  const asked = { ...whom, proof: headPassword, requestKey: world.ports.random.uuid() };
  expect((await refusal(sendHeadRequest(world.ports, stranger, asked))).kind).toBe("seat_not_found");
  const paper = { ...whom, paper: drawnPng(), requestKey: world.ports.random.uuid() };
  expect((await refusal(enterPaperRequest(world.ports, other.registrar, paper))).kind).toBe("seat_not_found");
  const sign = signRequest(world.ports, stranger, { requestId, proof: headPassword });
  expect((await refusal(sign)).kind).toBe("request_not_found");
  const theirs = decideRequest(world.ports, other.registrar, { requestId, decision: { kind: "approve" } });
  expect((await refusal(theirs)).kind).toBe("request_not_found");
  expect(await seeRequest(world.ports, stranger, requestId)).toBeNull();
});

test("the central office enters a form that was signed on paper, with its scan", async () => {
  const asked = { userCode: bench.holding.userCode, part: "holder", typed: typedRequest() } as const;
  const requestKey = world.ports.random.uuid();
  const none = enterPaperRequest(world.ports, bench.registrar, { ...asked, paper: null, requestKey });
  expect((await refusal(none)).kind).toBe("paper_missing");
  const text = new TextEncoder().encode("no paper");
  const wrong = enterPaperRequest(world.ports, bench.registrar, { ...asked, paper: text, requestKey });
  expect((await refusal(wrong)).kind).toBe("attachment_kind");
  const paper = drawnPng();
  const { requestId } = await granted(
    enterPaperRequest(world.ports, bench.registrar, { ...asked, paper, requestKey }),
  );
  expect(
    await seeRequestPaper(world.ports, bench.registrar, { id: requestId, signer: "requester" }),
  ).toMatchObject({ mime: "image/png" });
  expect((await petitionOfRequest(world, bench, requestId)).petition).toMatchObject({ via: "counter" });
  expect(await refusal(decideAs(world, bench, requestId))).toEqual({ kind: "entered_by_you" });
  expect(await keyOfBench(world, bench)).not.toBeNull();
  const registrar = await staffOf(world.ports, bench.holding.issuerId, "token_registrar");
  await granted(decideAs(world, { ...bench, registrar }, requestId));
});

test("the petitions' own desk takes it in, but cannot end what takes effect here", async () => {
  const requestId = await signedRequest(world, bench);
  const { petition } = await petitionOfRequest(world, bench, requestId);
  if (!petition) throw new Error("no petition");
  const fields = Object.fromEntries(deskFields.map((field) => [field, ""])) as Record<DeskField, string>;
  const step = (seen: number, typed: { step: "received" | "completed"; outcome?: string }) =>
    takeDeskStep(world.ports, bench.registrar, {
      ...{ petitionId: petition.id, seen, requestKey: world.ports.random.uuid() },
      typed: { ...fields, fields: [], ...typed },
    });
  await granted(step(petition.version, { step: "received" }));
  const ended = await refusal(step(petition.version + 1, { step: "completed", outcome: "granted" }));
  expect(ended).toMatchObject({ kind: "desk_step_wrong", faults: [{ kind: "outcome_not_of_service" }] });
  await granted(decideAs(world, bench, requestId));
});

test("the next holder registers with the address of the request that was granted, and no other", async () => {
  const { ports } = world;
  const next = await namedHolder(ports, bench.head, bench.holding.seatId, { reason: "resigned" });
  const newEmail = "bound@town.example";
  const { requestId } = await granted(
    sendHeadRequest(ports, bench.head, {
      ...{ userCode: bench.holding.userCode, part: "holder", proof: headPassword },
      typed: typedRequest({ case: "holder_resigned", newEmail }),
      requestKey: ports.random.uuid(),
    }),
  );
  await granted(decideAs(world, bench, requestId));
  await proven(ports, app, next);
  const gate = { kind: "gate" } as const;
  const give = (email: string) =>
    saveRegistrationData(ports, gate, {
      holdingId: next.id,
      typed: { ...typedAddress, email, mobile: "0812345678" },
    });
  await granted(give("another@town.example"));
  expect((await refusal(sendEmailCode(ports, gate, next.id))).kind).toBe("email_bound");
  await granted(give(newEmail));
  await granted(sendEmailCode(ports, gate, next.id));
});
