import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type postgres from "postgres";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { drawnPng } from "../../../tests/support/drawn-picture.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { letterPasswordOfTest } from "../../../tests/support/registering.ts";
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
import { activated, halfSession, testPin, type TestPair } from "../../../tests/support/test-phone.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { RequestReader } from "../request-reader.ts";
import { forPhone, phoneRequestText } from "../signed-request.ts";
import type { TypedRequest } from "../typed-request.ts";
import { dropOnPhone } from "./drop-request.ts";
import { sayAsStaff, sayOnPhone, sayOwn } from "./say-in-request.ts";
import { seePhoneRequest, seePhoneRequests } from "./see-phone-requests.ts";
import { seeOwnRequest, seeOwnRequests, seeRequest, seeRequestPaper, seeRequests } from "./see-requests.ts";
import { signOnPhone } from "./sign-on-phone.ts";
import { signOwnRequest } from "./sign-own-request.ts";
import { signAsHeadByPaper, signOwnByPaper } from "./sign-by-paper.ts";
import { signRequest } from "./sign-request.ts";
import { writeHeadRequest, writeOwnRequest } from "./write-request.ts";
import { writePhoneRequest } from "./write-phone-request.ts";

let world: TestWorld;
let all: postgres.Sql;
let bench: RequestBench;
let phone: LineUser;
let pair: TestPair;
let keyId: string;

beforeAll(async () => {
  world = await townWorld({ pinHash: lightPinHash });
  all = asSuperuser(world);
});
beforeEach(async () => {
  bench = await requestBench(world);
  phone = { channel: "c", lineUserId: `u-${bench.holding.id}` };
  await all`update soft_token set state = 'ended', ended_at = now() where id = ${bench.seated.softTokenId}`;
  ({ pair, keyId } = await activated(world.ports, bench.holding, phone));
});
afterAll(() => world.close());

/** Somebody at the computer: with the phone's signature too, or with the password alone. */
function reader(isWhole = true, sessionId = bench.holding.id): RequestReader {
  return { holdingId: bench.holding.id, sessionId, isWhole };
}

function holderHere() {
  return { kind: "holder", ...sessionOfHolding(bench.holding) } as const;
}

async function written(more: Partial<TypedRequest> = {}): Promise<string> {
  const requestKey = world.ports.random.uuid();
  const asked = { session: sessionOfHolding(bench.holding), typed: typedRequest(more), requestKey };
  return (await granted(writeOwnRequest(world.ports, asked))).requestId;
}

async function writtenOnPhone(more: Partial<TypedRequest>): Promise<string> {
  const asked = { keyId, typed: typedRequest(more), requestKey: world.ports.random.uuid() };
  return (await granted(writePhoneRequest(world.ports, phone, asked))).requestId;
}

async function signature(requestId: string): Promise<string> {
  const asked = await seePhoneRequest(world.ports, phone, requestId);
  if (!asked) throw new Error("the phone sees no request");
  const whole = Buffer.from(asked.seen.signedHash).toString("base64url");
  return pair.sign(phoneRequestText(forPhone(asked.seen, whole)));
}

test("what is to be signed is no petition yet, and the central office sees nothing of it", async () => {
  const requestId = await written();
  expect(await seeRequest(world.ports, bench.registrar, requestId)).toBeNull();
  expect(await seeRequest(world.ports, bench.head, requestId)).toBeNull();
  expect((await seeRequests(world.ports, bench.registrar)).rows).toEqual([]);
  expect((await refusal(decideAs(world, bench, requestId))).kind).toBe("request_not_found");
  expect((await seeOwnRequest(world.ports, reader(), requestId))?.shown).toBe("unsigned");
});

test("the key on the phone signs the request's own words with its PIN, and sends it without the password", async () => {
  const requestId = await writtenOnPhone({ case: "password_forgotten" });
  const given = { requestId, pinText: testPin, signature: await signature(requestId) };
  await granted(signOnPhone(world.ports, phone, given));
  const { seen, petition } = await petitionOfRequest(world, bench, requestId);
  expect(seen).toMatchObject({ requesterSigned: "device", state: "sent" });
  expect(petition).toMatchObject({ status: "submitted" });
  const [row] =
    await all`select requester_key_id, requester_signature from token_request where id = ${requestId}`;
  expect(row).toMatchObject({ requester_key_id: keyId });
  expect(Buffer.from(row?.["requester_signature"] as Uint8Array).toString("base64url")).toBe(given.signature);
  expect((await refusal(signOnPhone(world.ports, phone, given))).kind).toBe("request_decided");
});

test("what goes to the phone leaves number and registered address out, and binds them all the same", async () => {
  const seen = (await seePhoneRequest(world.ports, phone, await written()))?.seen;
  if (!seen) throw new Error("the phone sees no request");
  const sent = JSON.stringify(forPhone(seen, "hash"));
  for (const whole of [seen.facts.citizenId, seen.facts.registeredEmail]) expect(sent).not.toContain(whole);
  const signed = await pair.sign(phoneRequestText(forPhone(seen, "hash")));
  const asked = { requestId: seen.id, pinText: testPin, signature: signed };
  expect((await refusal(signOnPhone(world.ports, phone, asked))).kind).toBe("signature_wrong");
});

test("what was written at the computer is signed on the phone, where it waits", async () => {
  const requestId = await written();
  const { requests } = await seePhoneRequests(world.ports, phone, null);
  expect(requests.rows).toMatchObject([{ id: requestId, state: "unsigned" }]);
  await granted(
    signOnPhone(world.ports, phone, { requestId, pinText: testPin, signature: await signature(requestId) }),
  );
  expect((await seeOwnRequest(world.ports, reader(), requestId))?.shown).toBe("sent");
});

test("another phone's key, other words and a wrong PIN sign nothing", async () => {
  const requestId = await written();
  const good = { requestId, pinText: testPin, signature: await signature(requestId) };
  const stranger = { channel: "c", lineUserId: "somebody-else" };
  expect((await refusal(signOnPhone(world.ports, stranger, good))).kind).toBe("request_not_found");
  const other = await pair.sign(`${requestId} and another address`);
  expect((await refusal(signOnPhone(world.ports, phone, { ...good, signature: other }))).kind).toBe(
    "signature_wrong",
  );
  const wrong = await refusal(signOnPhone(world.ports, phone, { ...good, pinText: "481526" }));
  expect(wrong.kind).toBe("pin_wrong");
  expect((await seeOwnRequest(world.ports, reader(), requestId))?.shown).toBe("unsigned");
});

test("another phone and another holder are not asked for on the phone", async () => {
  const asked = { keyId, typed: typedRequest(), requestKey: world.ports.random.uuid() };
  expect((await refusal(writePhoneRequest(world.ports, phone, asked))).kind).toBe("case_not_yours");
});

test("“not me” throws away what somebody else wrote with the password, puts them out, and warns holder and head", async () => {
  const requestId = await written();
  const { id: halfId } = await halfSession(world.ports, bench.holding);
  await granted(dropOnPhone(world.ports, phone, { requestId, isNotMe: true }));
  expect((await seePhoneRequests(world.ports, phone, null)).requests.rows).toEqual([]);
  const warned = await all`select kind from notice where refs ->> 'holdingId' = ${bench.holding.id}
    and kind in ('seat_sign_in_denied', 'staff_seat_denied')`;
  expect(new Set(warned.map(({ kind }) => kind as string))).toEqual(
    new Set(["seat_sign_in_denied", "staff_seat_denied"]),
  );
  const open = await all`select from seat_session where id = ${halfId} and ended_at is null`;
  expect(open).toHaveLength(0);
  const late = signOwnRequest(world.ports, sessionOfHolding(bench.holding), {
    ...{ requestId, password: letterPasswordOfTest, reader: reader() },
  });
  expect((await refusal(late)).kind).toBe("request_decided");
});

test("holder and head print, sign by hand and attach, and the registrar opens both files", async () => {
  const { ports } = world;
  const requestId = await written();
  const own = (paper: Uint8Array | null) =>
    signOwnByPaper(ports, holderHere(), reader(), { requestId, paper });
  expect((await refusal(own(null))).kind).toBe("paper_missing");
  expect((await refusal(own(new TextEncoder().encode("no paper")))).kind).toBe("attachment_kind");
  await granted(own(drawnPng()));
  const { head, registrar } = bench;
  const attach = (paper: Uint8Array | null) => signAsHeadByPaper(ports, head, { requestId, paper });
  expect((await refusal(attach(null))).kind).toBe("paper_missing");
  await granted(attach(drawnPng()));
  const { seen } = await petitionOfRequest(world, bench, requestId);
  expect(seen).toMatchObject({ requesterSigned: "paper", headSigned: "paper" });
  for (const signer of ["requester", "head"] as const) {
    const paper = await seeRequestPaper(ports, registrar, { id: requestId, signer });
    expect(paper).toMatchObject({ mime: "image/png" });
  }
  await granted(decideAs(world, bench, requestId));
});

test("a head writes one to sign by hand, which nobody else sees until then", async () => {
  const { ports } = world;
  const asked = { userCode: bench.holding.userCode, part: "holder", typed: typedRequest() } as const;
  const requestKey = ports.random.uuid();
  const { requestId } = await granted(writeHeadRequest(ports, bench.head, { ...asked, requestKey }));
  expect(await seeOwnRequest(ports, reader(), requestId)).toBeNull();
  expect(await seePhoneRequest(ports, phone, requestId)).toBeNull();
  expect((await seeRequests(ports, bench.head)).rows).toMatchObject([{ state: "unsigned" }]);
  await granted(signAsHeadByPaper(ports, bench.head, { requestId, paper: drawnPng() }));
  const { seen } = await petitionOfRequest(world, bench, requestId);
  expect(seen).toMatchObject({ requester: "head", requesterSigned: "paper", headSigned: "paper" });
});

test("a password alone reads what was written in its own session, and nothing of before", async () => {
  const { ports } = world;
  const { requestId } = await granted(sendOwn(world, bench.holding));
  const later = reader(false, ports.random.uuid());
  expect(await seeOwnRequest(ports, later, requestId)).toBeNull();
  expect((await seeOwnRequests(ports, later)).rows).toEqual([]);
  const asked = { requestId, text: "สวัสดี", requestKey: "k" };
  expect((await refusal(sayOwn(ports, holderHere(), later, asked))).kind).toBe("request_not_found");
  expect((await seeOwnRequest(ports, reader(false), requestId))?.id).toBe(requestId);
  expect((await seeOwnRequests(ports, reader(false))).rows).toHaveLength(1);
  expect((await seeOwnRequest(ports, reader(true, ports.random.uuid()), requestId))?.id).toBe(requestId);
});

test("holder, head and central office write in one thread, and the others are told by mail", async () => {
  const { ports } = world;
  const { requestId } = await granted(sendOwn(world, bench.holding, { case: "other", said: "ขั้นตอนที่ 5" }));
  const line = (text: string) => ({ requestId, text, requestKey: ports.random.uuid() });
  await granted(sayOnPhone(ports, phone, line("โทรได้หลังบ่ายสอง")));
  world.clock.pass(1);
  await granted(sayAsStaff(ports, bench.head, line("ช่วยด่วน")));
  world.clock.pass(1);
  const answer = line("โทรแล้ว ลองใหม่ได้");
  await granted(sayAsStaff(ports, bench.registrar, answer));
  await granted(sayAsStaff(ports, bench.registrar, answer));
  const seen = await seeOwnRequest(ports, reader(), requestId);
  expect(seen?.thread.map(({ by, text }) => [by, text])).toEqual([
    ["holder", "โทรได้หลังบ่ายสอง"],
    ["head", "ช่วยด่วน"],
    ["office", "โทรแล้ว ลองใหม่ได้"],
  ]);
  const mailed = await all<{ kind: string; to: string | null }[]>`
    select kind, refs ->> 'staffId' as to from notice where refs ->> 'requestId' = ${requestId}
      and kind in ('staff_request_said', 'seat_request_answered') and refs ->> 'what' is null`;
  const of = (staffId: string) => mailed.filter(({ to }) => to === staffId).length;
  expect(of(bench.registrar.staffId)).toBe(2);
  expect(of(bench.head.staffId)).toBe(2);
  expect(mailed.filter(({ kind }) => kind === "seat_request_answered")).toHaveLength(2);
});

test("a line into somebody else's thread, an empty one and one before the signature are refused", async () => {
  const { ports } = world;
  const unsigned = { requestId: await written(), text: "สวัสดี", requestKey: "k" };
  expect((await refusal(sayOwn(ports, holderHere(), reader(), unsigned))).kind).toBe("request_unsigned");
  const { requestId } = await granted(sendOwn(world, bench.holding));
  const line = { requestId, text: " ", requestKey: "k" };
  expect((await refusal(sayAsStaff(ports, bench.head, line))).kind).toBe("words_missing");
  const other = await requestBench(world);
  const stranger = sayAsStaff(ports, other.head, { ...line, text: "สวัสดี" });
  expect((await refusal(stranger)).kind).toBe("request_not_found");
});

test("a head's second step signs what the holder signed by hand", async () => {
  const requestId = await written();
  const paper = { requestId, paper: drawnPng() };
  await granted(signOwnByPaper(world.ports, holderHere(), reader(), paper));
  await granted(signRequest(world.ports, bench.head, { requestId, proof: headPassword }));
  const { seen } = await petitionOfRequest(world, bench, requestId);
  expect(seen).toMatchObject({ requesterSigned: "paper", headSigned: "second_step" });
});

test("the list turns page by page, those that wait on top, and loses none", async () => {
  const { ports } = world;
  const ids: string[] = [];
  for (let at = 0; at < 23; at += 1) {
    world.clock.pass(1);
    const { requestId } = await granted(
      sendOwn(world, bench.holding, { case: "other", said: `เรื่องที่ ${at}` }),
    );
    if (at > 0) await granted(decideAs(world, bench, requestId, { kind: "refuse", reason: "ซ้ำ" }));
    else await all`update token_request set "case" = 'phone_changed' where id = ${requestId}`;
    ids.push(requestId);
  }
  const first = await seeRequests(ports, bench.registrar);
  expect(first.rows.map(({ id }) => id)).toEqual([ids[0], ...ids.slice(4).reverse()]);
  if (!first.next) throw new Error("no second page");
  const second = await seeRequests(ports, bench.registrar, { way: "after", place: first.next });
  expect(second.rows.map(({ id }) => id)).toEqual(ids.slice(1, 4).reverse());
  expect(second.next).toBeNull();
  if (!second.previous) throw new Error("no way back");
  const back = await seeRequests(ports, bench.registrar, { way: "before", place: second.previous });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
}, 60_000);
