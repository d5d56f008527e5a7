import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { seatSomebody, signInAgain, type Seated } from "../../../tests/support/seated.ts";
import { staffOf } from "../../../tests/support/seats.ts";
import { newTestPair } from "../../../tests/support/test-phone.ts";
import { unguarded } from "../../../tests/support/unguarded.ts";
import { hashOf } from "../../http/cookie.ts";
import { openSeatSession } from "../../http/seat-session-store.ts";
import type { Staff } from "../../kernel/actor.ts";
import type { BangkokDay } from "../../kernel/thai-date.ts";
import { remindLostLetters } from "./remind-lost-letters.ts";
import type { LostPhoneInput } from "../desk/report-loss.ts";
import { lossText } from "../signed-text.ts";
import type { Loss } from "../typed-loss.ts";
import { parseUserCode } from "../user-code.ts";
import { offerReport } from "./offer-report.ts";
import { reportColleaguePhone } from "./report-colleague-phone.ts";
import { reportLostPhone } from "./report-lost-phone.ts";
import { seeSeatStory } from "./see-seat-story.ts";
import { seeLostPhone, seeLostPhones } from "./see-lost-phones.ts";
import { sendLostLetter } from "./send-lost-letter.ts";

let world: TestWorld;
let seated: Seated;
let head: Staff;

beforeAll(async () => {
  world = await townWorld();
});
beforeEach(async () => {
  seated = await seatSomebody(world);
  head = await staffOf(world.ports, seated.agencyId, "seat_head");
});
afterAll(() => world.close());

const day = (text: string) => text as BangkokDay;

function loss(more: Partial<LostPhoneInput> = {}): LostPhoneInput {
  const requestKey = world.ports.random.uuid();
  const { holdingId } = seated;
  return {
    holdingId,
    lostOn: day("2026-11-20"),
    said: "หายในตลาด",
    phone: "0812345678",
    requestKey,
    ...more,
  };
}

function isIn(cookie: string) {
  const value = cookie.split("=")[1] ?? "";
  return openSeatSession(world.ports, hashOf(value), world.ports.clock.now());
}

test("every computer that is in is out with the next request, and the key signs nobody in again", async () => {
  const second = await signInAgain(world, seated);
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
  const { stopped } = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, loss()));
  expect(stopped).toEqual({ keys: 1, sessions: 2, challenges: 0 });
  expect(await isIn(seated.cookie)).toBeNull();
  expect(await isIn(second.cookie)).toBeNull();
  const third = await signInAgain(world, seated);
  expect(await isIn(third.cookie)).toBeNull();
});

test("a sign-in that waits for the phone is over", async () => {
  const all = asSuperuser(world);
  const id = world.ports.random.uuid();
  const { agencyId, seatId, holdingId, softTokenId } = seated;
  await all`insert into sign_in_challenge (id, agency_id, issuer_id, seat_id, holding_id, soft_token_id, purpose,
      relying_party, nonce, picture, choices, digits, state, made_at, expires_at)
    select ${id}, ${agencyId}, issuer_id, ${seatId}, ${holdingId}, ${softTokenId}, 'sign_in', 'console', '\\x00',
      'boat', '{boat,bell,fish}', '42', 'waiting', now(), now() from seat where id = ${seatId}`;
  const { stopped } = await granted(reportLostPhone(world.ports, { kind: "holder", holdingId }, loss()));
  expect(stopped.challenges).toBe(1);
  const [row] = await all<{ state: string }[]>`select state from sign_in_challenge where id = ${id}`;
  expect(row?.state).toBe("expired");
  await all.end();
});

test("the letter is due three working days from the day of the loss, not of the report", async () => {
  // A Friday; Saturday and Sunday do not count.
  const friday = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, loss()));
  expect(friday.letterDue).toBe("2026-11-25");
  const late = loss({ lostOn: day("2026-11-09") });
  const reported = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, late));
  expect(reported.letterDue).toBe("2026-11-12");
  const seen = await seeLostPhone(world.ports, head, reported.id);
  expect(seen?.letter).toMatchObject({ kind: "waiting", isLate: true });
});

test("sent twice it is one report; holder and head are told once each, by mail", async () => {
  const all = asSuperuser(world);
  const input = loss();
  const reporter = { kind: "head", actor: head } as const;
  const both = await Promise.all([
    granted(reportLostPhone(world.ports, reporter, input)),
    granted(reportLostPhone(world.ports, reporter, input)),
  ]);
  expect(both[0].id).toBe(both[1].id);
  const told = await all<
    { kind: string }[]
  >`select kind from notice where refs ->> 'lostPhoneId' = ${both[0].id}`;
  expect(told.map(({ kind }) => kind)).toEqual(["staff_phone_lost"]);
  await all.end();
});

test("a stranger's head and another holder report nothing", async () => {
  const other = await seatSomebody(world);
  const stranger = await staffOf(world.ports, other.agencyId, "seat_head");
  for (const reporter of [
    { kind: "head", actor: stranger },
    { kind: "holder", holdingId: other.holdingId },
  ] as const) {
    const refused = await refusal(reportLostPhone(world.ports, reporter, loss()));
    expect([reporter.kind, refused]).toEqual([reporter.kind, { kind: "holding_missing" }]);
  }
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
});

test("a day ahead or more than a year ago is refused, and nothing is stopped", async () => {
  const reporter = { kind: "head", actor: head } as const;
  const ahead = loss({ lostOn: day("2099-01-01") });
  expect(await refusal(reportLostPhone(world.ports, reporter, ahead))).toEqual({ kind: "lost_day_ahead" });
  const ago = loss({ lostOn: day("2020-01-01") });
  expect(await refusal(reportLostPhone(world.ports, reporter, ago))).toEqual({ kind: "lost_day_long_ago" });
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
});

test("the head writes the letter down once, nobody of another agency, and is reminded only until then", async () => {
  const sweeper = { kind: "system", job: "test" } as const;
  const { id } = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, loss()));
  world.clock.set(new Date("2026-11-24T03:00:00Z"));
  expect(await remindLostLetters(world.ports, sweeper)).toBeGreaterThan(0);
  const letter = { lostPhoneId: id, number: "บป 1/2569", dated: day("2026-11-23") };
  const stranger = await staffOf(world.ports, (await seatSomebody(world)).agencyId, "seat_head");
  expect(await refusal(sendLostLetter(world.ports, stranger, letter))).toEqual({
    kind: "lost_phone_missing",
  });
  await granted(sendLostLetter(world.ports, head, letter));
  expect(await refusal(sendLostLetter(world.ports, head, letter))).toEqual({ kind: "letter_sent_before" });
  const seen = await seeLostPhone(world.ports, head, id);
  expect(seen?.letter).toEqual({ kind: "sent", number: "บป 1/2569", dated: "2026-11-23" });
});

const pin = "204719";

/** A colleague in another seat, of the same agency unless it is said, with a key on a phone of their own. */
async function colleague({ isStranger = false } = {}) {
  const other = await seatSomebody(world, { right: "approver_1" });
  const { ports } = world;
  const pair = await newTestPair();
  const all = asSuperuser(world);
  await all`set session_replication_role = replica`;
  for (const table of isStranger ? [] : ["seat", "seat_holding", "soft_token"]) {
    await all`update ${all(table)} set agency_id = ${seated.agencyId} where agency_id = ${other.agencyId}`;
  }
  const hash = await ports.pinHash.make(pin, `soft-token:${other.softTokenId}`);
  const lineUserId = `U${other.softTokenId}`;
  await all`update soft_token set pin_hash = ${hash}, line_user_id = ${lineUserId},
    public_key = ${Buffer.from(pair.publicKey, "base64url")} where id = ${other.softTokenId}`;
  await all`set session_replication_role = origin`;
  await all.end();
  return { ...other, pair, phone: { channel: "c", lineUserId } };
}

function lossOf(userCode: string): Loss {
  const read = parseUserCode(userCode);
  if (!read.ok) throw new Error(userCode);
  return { userCode: read.value, part: "holder", lostOn: day("2026-11-20"), said: "", phone: "" };
}

/** A report as a colleague's phone sends it, signed by its key. */
async function signed(
  { pair, phone, softTokenId: keyId }: Awaited<ReturnType<typeof colleague>>,
  userCode = seated.userCode,
) {
  const { nonce } = await offerReport(world.ports, { kind: "gate" }, { phone });
  const requestKey = world.ports.random.uuid();
  const typed = { userCode, part: "holder" };
  const signature = await pair.sign(lossText({ keyId, nonce, requestKey, ...typed }));
  return { loss: lossOf(userCode), keyId, nonce, requestKey, typed, signature, pinText: pin };
}

test("a colleague stops the phone by their own key and PIN, and not by a wrong PIN, which counts at their key", async () => {
  const own = await colleague();
  const report = await signed(own);
  const wrong = await refusal(reportColleaguePhone(world.ports, own.phone, { ...report, pinText: "900813" }));
  expect(wrong).toMatchObject({ kind: "pin_wrong", left: 9 });
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
  const reported = await granted(reportColleaguePhone(world.ports, own.phone, report));
  expect(reported).toMatchObject({ reporter: "colleague", stopped: { keys: 1, sessions: 1 } });
  expect(await isIn(seated.cookie)).toBeNull();
});

test("head, central office and auditor read by name and user code which colleague reported, and nobody elsewhere", async () => {
  const { ports } = world;
  const own = await colleague();
  const { id, issuerId } = await granted(reportColleaguePhone(ports, own.phone, await signed(own)));
  const by = `มานี ชูใจ (${own.userCode})`;
  const registrar = await staffOf(ports, issuerId, "token_registrar");
  const auditor = await staffOf(ports, seated.agencyId, "internal_auditor");
  for (const actor of [head, registrar, auditor])
    expect((await seeLostPhone(ports, actor, id))?.reportedBy).toBe(by);
  const elsewhere = await staffOf(ports, (await seatSomebody(world)).agencyId, "seat_head");
  expect(await seeLostPhone(ports, elsewhere, id)).toBeNull();
  const { rows } = await seeSeatStory(ports, auditor, { seatId: seated.seatId, turn: null });
  expect(rows.find(({ event }) => event === "phone_lost")).toMatchObject({ detail: "colleague", by });
});

test("a head who reported is named by their account", async () => {
  const { id } = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, loss()));
  expect((await seeLostPhone(world.ports, head, id))?.reportedBy).toMatch(/^\S+ \S+$/);
});

test("without the key nobody guesses its PIN: a wrong signature burns no try, and one for another phone is none", async () => {
  const own = await colleague();
  const report = await signed(own);
  const forged = { ...report, signature: (await signed(own)).signature };
  for (let at = 0; at < 12; at += 1) {
    const refused = await refusal(
      reportColleaguePhone(world.ports, own.phone, { ...forged, pinText: "900813" }),
    );
    expect(refused).toEqual({ kind: "signature_wrong" });
  }
  const other = await seatSomebody(world);
  const swapped = {
    ...report,
    loss: lossOf(other.userCode),
    typed: { ...report.typed, userCode: other.userCode },
  };
  expect(await refusal(reportColleaguePhone(world.ports, own.phone, swapped))).toEqual({
    kind: "signature_wrong",
  });
  world.clock.pass(2 * 3600);
  expect(await refusal(reportColleaguePhone(world.ports, own.phone, report))).toEqual({
    kind: "signature_wrong",
  });
  expect((await granted(reportColleaguePhone(world.ports, own.phone, await signed(own)))).reporter).toBe(
    "colleague",
  );
});

test("a LINE user without a key, and one whose key is of another agency, stop nothing", async () => {
  const own = await colleague();
  const nobody = { channel: "c", lineUserId: "Unobody" };
  const report = await signed(own);
  expect(await refusal(reportColleaguePhone(world.ports, nobody, report))).toEqual({ kind: "no_own_key" });
  const stranger = await colleague({ isStranger: true });
  const refused = await refusal(reportColleaguePhone(world.ports, stranger.phone, await signed(stranger)));
  expect(refused).toEqual({ kind: "holding_missing" });
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
});

test("a colleague reports five phones a day and no sixth", async () => {
  const own = await colleague();
  const all = asSuperuser(world);
  await unguarded(all, async (tx) => {
    for (let at = 0; at < 5; at += 1) {
      await tx`insert into lost_phone (id, agency_id, issuer_id, seat_id, holding_id, lost_on, stopped_at, reporter,
          reporter_id, keys, sessions, challenges, data_key, sealed, letter_due, request_key)
        select ${world.ports.random.uuid()}, agency_id, issuer_id, ${own.seatId}, ${own.holdingId}, '2026-11-19',
          ${world.ports.clock.now()}, 'colleague', ${own.holdingId}, 0, 0, 0, '\\x00', '\\x00', '2026-11-24',
          ${world.ports.random.uuid()} from seat where id = ${own.seatId}`;
    }
  });
  await all.end();
  const refused = await refusal(reportColleaguePhone(world.ports, own.phone, await signed(own)));
  expect(refused).toEqual({ kind: "too_many_reports", most: 5 });
  expect(await isIn(seated.cookie)).toHaveProperty("whole");
});

test("whoever of staff sees lost phones is written down, beside the person whose it was", async () => {
  const { id } = await granted(reportLostPhone(world.ports, { kind: "head", actor: head }, loss()));
  await seeLostPhone(world.ports, head, id);
  await seeLostPhones(world.ports, head, null);
  const all = asSuperuser(world);
  const rows = await all`select action, person_id from audit_entry
    where actor_id = ${head.staffId} and action in ('lost_phone.opened', 'lost_phone.listed') order by action`;
  await all.end();
  expect(rows.map(({ action, person_id: of }) => [action as string, of as string | null])).toEqual([
    ["lost_phone.listed", null],
    ["lost_phone.opened", seated.personId],
  ]);
});
