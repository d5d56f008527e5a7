import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser, bareCitizen } from "../../../tests/support/citizens.ts";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { holdingOf, issuedSeats, liveHolder, openTreasury, staffOf } from "../../../tests/support/seats.ts";
import { grantKey, halfSession, newTestPair, testPin } from "../../../tests/support/test-phone.ts";
import type { LineUser } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { SeatSession } from "../seat-session.ts";
import { newKeyText } from "../signed-text.ts";
import type { KeptHolding } from "../store/holding.ts";
import { beginActivation } from "./begin-activation.ts";
import { confirmPhone, rejectPhone } from "./confirm-phone.ts";
import { makeKey } from "./make-key.ts";
import { openActivation } from "./open-activation.ts";
import { reportLostPhone } from "./report-lost-phone.ts";
import { seeActivation } from "./see-activation.ts";
import { takeActivation } from "./take-activation.ts";

const gate = { kind: "gate" } as const;
const dayMs = 86_400_000;
let world: TestWorld;
let all: postgres.Sql;
let holding: KeptHolding;
let session: SeatSession;
let phones = 0;
let phone: LineUser;
let thief: LineUser;

beforeAll(async () => {
  world = await townWorld({ pinHash: lightPinHash });
  all = asSuperuser(world);
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  const { ports } = world;
  const town = await openTown(ports);
  const seats = await issuedSeats(ports, await openTreasury(ports), town.agencyId);
  holding = await liveHolder(ports, await staffOf(ports, town.agencyId, "seat_head"), seats.recorder.id);
  await grantKey(ports, holding.id);
  session = await halfSession(ports, await holdingOf(ports, holding.id));
  phones += 1;
  phone = { channel: "c", lineUserId: `Uown${phones}` };
  thief = { channel: "c", lineUserId: `Uthief${phones}` };
});

/** The QR on the computer. */
async function drawn(): Promise<string> {
  world.clock.pass(1);
  await granted(beginActivation(world.ports, gate, { session }));
  const seen = await granted(seeActivation(world.ports, gate, { session }));
  if (seen.kind !== "open") throw new Error(seen.kind);
  return seen.token;
}

/** What a phone that took a QR sends to make its key. */
async function keyOf(token: string, of: LineUser) {
  const { id, nonce, userCode } = await granted(openActivation(world.ports, gate, { token, phone: of }));
  const { publicKey, sign } = await newTestPair();
  const signature = await sign(newKeyText({ id, nonce, userCode, publicKey, renewsId: null }));
  const typed = { pinText: testPin, againText: testPin, device: "d" };
  return { activationId: id, phone: of, publicKey, signature, ...typed };
}

async function written(action: string): Promise<number> {
  const [row] = await all`select count(*)::int as n from audit_entry
    where action = ${action} and (actor_id = ${holding.id} or refs ->> 'holdingId' = ${holding.id}
      or subject_id in (select id::text from activation where holding_id = ${holding.id}))`;
  return row?.["n"] as number;
}

test("a phone that photographed the QR makes no key until the computer knows it, and is turned away by one tap", async () => {
  const { ports } = world;
  const token = await drawn();
  await granted(takeActivation(ports, gate, { token, phone: thief }));
  const input = await keyOf(token, thief);
  expect(await refusal(makeKey(ports, gate, input))).toEqual({ kind: "phone_unconfirmed" });
  await rejectPhone(ports, gate, { session });
  expect(await refusal(makeKey(ports, gate, input))).toEqual({ kind: "activation_over" });
  const newer = await drawn();
  await granted(takeActivation(ports, gate, { token: newer, phone }));
  const { mark } = await granted(openActivation(ports, gate, { token: newer, phone }));
  await granted(confirmPhone(ports, gate, { session, mark }));
  expect((await makeKey(ports, gate, await keyOf(newer, phone))).ok).toBe(true);
  expect([await written("activation.rejected"), await written("activation.confirmed")]).toEqual([1, 1]);
});

test("phone and computer show the same two digits, and a page that shows another phone's confirms nothing", async () => {
  const { ports } = world;
  const token = await drawn();
  expect(await refusal(confirmPhone(ports, gate, { session, mark: "00" }))).toEqual({
    kind: "phone_changed",
  });
  await granted(takeActivation(ports, gate, { token, phone }));
  const opened = await granted(openActivation(ports, gate, { token, phone }));
  const seen = await granted(seeActivation(ports, gate, { session }));
  expect(seen).toMatchObject({ kind: "open", phone: { mark: opened.mark, isConfirmed: false } });
  const other = opened.mark === "17" ? "18" : "17";
  expect(await refusal(confirmPhone(ports, gate, { session, mark: other }))).toEqual({
    kind: "phone_changed",
  });
  expect((await granted(openActivation(ports, gate, { token, phone }))).state).toBe("waiting");
  await granted(confirmPhone(ports, gate, { session, mark: opened.mark }));
  expect((await granted(openActivation(ports, gate, { token, phone }))).state).toBe("mine");
});

test("where the person's LINE account is known, another one is refused outright and written down", async () => {
  const { ports } = world;
  await all`insert into line_user (channel, line_user_id, person_id, linked_at, language, large_text, created_at)
    values ('c', ${phone.lineUserId}, ${holding.personId}, now(), 'th', false, now())`;
  const token = await drawn();
  expect(await refusal(takeActivation(ports, gate, { token, phone: thief }))).toEqual({
    kind: "not_their_line",
  });
  expect(await written("activation.line_refused")).toBe(1);
  await granted(takeActivation(ports, gate, { token, phone }));
});

test("a LINE account by which somebody else is known carries no key of a holder who has none here yet", async () => {
  const { ports } = world;
  const token = await drawn();
  await granted(takeActivation(ports, gate, { token, phone: thief }));
  const { mark } = await granted(openActivation(ports, gate, { token, phone: thief }));
  await granted(confirmPhone(ports, gate, { session, mark }));
  const input = await keyOf(token, thief);
  const { personId: other } = await bareCitizen(world, all);
  await all`update line_user set line_user_id = ${thief.lineUserId} where person_id = ${other}`;
  expect(await refusal(makeKey(ports, gate, input))).toEqual({ kind: "not_their_line" });
  const again = await drawn();
  expect(await refusal(takeActivation(ports, gate, { token: again, phone: thief }))).toEqual({
    kind: "not_their_line",
  });
  await granted(takeActivation(ports, gate, { token: again, phone }));
});

test.each([
  ["set after the grant", "1 minute", 7],
  ["of before the grant", "-1 minute", 1],
])("with a password %s another key may be made until a day the computer says", async (_, later, days) => {
  const { ports } = world;
  await all`update seat_holding set password_set_at = new_key_from + ${later}::interval where id = ${holding.id}`;
  const from = (await holdingOf(ports, holding.id)).newKeyFrom;
  const until = new Date((from?.getTime() ?? 0) + days * dayMs);
  expect(await granted(seeActivation(ports, gate, { session }))).toEqual({
    kind: "ready",
    wasLate: false,
    until,
  });
  world.clock.set(until);
  const over = { kind: "key_grant_over", until };
  expect(await refusal(seeActivation(ports, gate, { session }))).toEqual(over);
  expect(await refusal(beginActivation(ports, gate, { session }))).toEqual(over);
});

test("a phone reported lost before it had a key makes none by the approval alone, and does by a grant", async () => {
  const { ports } = world;
  await all`update seat_holding set new_key_from = null where id = ${holding.id}`;
  await all`insert into token_registration (holding_id, agency_id, issuer_id, seat_id, person_id, state, data_key,
      sealed, begun_at)
    select id, agency_id, issuer_id, seat_id, person_id, 'approved', '\\x00', '\\x00', now() from seat_holding
    where id = ${holding.id}`;
  expect((await seeActivation(ports, gate, { session })).ok).toBe(true);
  const lostOn = bangkokDay(ports.clock.now());
  const reporter = { kind: "holder", holdingId: holding.id } as const;
  const loss = { holdingId: holding.id, lostOn, said: "", phone: "", requestKey: "lost" };
  await granted(reportLostPhone(ports, reporter, loss));
  expect(await refusal(beginActivation(ports, gate, { session }))).toEqual({ kind: "key_not_granted" });
  await grantKey(ports, holding.id);
  expect((await beginActivation(ports, gate, { session })).ok).toBe(true);
});
