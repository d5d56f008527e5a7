import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startCompanionBench, type CompanionBench } from "../../../tests/support/companions.ts";
import { granted, refusal, registered, somebody, type Typist } from "../../../tests/support/people.ts";
import { insertSession } from "../../http/session-store.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { parseCitizenId, formatCitizenId } from "../../kernel/citizen-id.ts";
import { consentVersions } from "../consent-versions.ts";
import { consentInForce } from "../store/consent-standing.ts";
import { changePin, type ChangePinInput } from "./change-pin.ts";
import { chooseLook } from "./choose-look.ts";
import { endOneDevice } from "./end-device.ts";
import { endOtherDevices } from "./end-other-devices.ts";
import { giveConsent } from "./give-consent.ts";
import { seeAccount } from "./see-account.ts";
import { seeConsent } from "./see-consent.ts";
import { seeDevices } from "./see-devices.ts";
import { showCitizenId } from "./show-citizen-id.ts";
import { proveUnlock } from "./unlock.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

let bench: CompanionBench;
let me: Typist;
let citizen: Citizen;
beforeAll(async () => {
  bench = await startCompanionBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  bench.world.clock.pass(25 * 60 * 60);
  me = somebody({ firstName: "มานี", lastName: "รักเรียน" });
  citizen = await registered(bench.ports, me);
});

const how = { language: "th", via: "liff" } as const;
const version = consentVersions[0].version;

async function signIn(of: Citizen): Promise<string> {
  const { ports } = bench;
  const id = ports.random.uuid();
  const { channel, lineUserId } = of;
  const made = { channel, lineUserId, via: "browser", device: "Chrome · Android", language: "th" } as const;
  await ports.db.as({ kind: "gate" }, (tx) =>
    insertSession(tx, { ...made, id, tokenHash: ports.random.bytes(32), now: ports.clock.now() }),
  );
  return id;
}

async function audited(of: Citizen, action: string): Promise<number> {
  const [row] = await bench.superuser<{ count: number }[]>`
    select count(*)::int from audit_entry where person_id = ${of.personId} and action = ${action}`;
  return row?.count ?? 0;
}

const stands = () => bench.ports.db.as(citizen, (tx) => consentInForce(tx, citizen.personId));

test("shows the account masked, and the whole number only with an audit entry", async () => {
  const account = await seeAccount(bench.ports, citizen);
  expect(account).toMatchObject({ name: "มานี รักเรียน", assurance: "card_checked", hasConsent: true });
  expect(account.maskedCitizenId).toMatch(/^\d-xxxx-xxxxx-\d\d-\d$/);
  expect(JSON.stringify(account)).not.toContain(me.phone.slice(3, 6) + me.phone.slice(6));
  const id = parseCitizenId(me.citizenId);
  expect(await granted(showCitizenId(bench.ports, citizen))).toBe(id.ok && formatCitizenId(id.value));
  expect(await audited(citizen, "person.number_shown")).toBe(1);
});

test("shows the whole number to no session that is not unlocked", async () => {
  const refused = await refusal(showCitizenId(bench.ports, { ...citizen, unlocked: false }));
  expect(refused.kind).toBe("session_locked");
  expect(await audited(citizen, "person.number_shown")).toBe(0);
});

test("a withdrawal ends every session, is told to the chat, and stands until consent is given again", async () => {
  await signIn(citizen);
  bench.world.clock.pass(1);
  await granted(withdrawConsent(bench.ports, citizen, how));
  expect(await seeDevices(bench.ports, citizen)).toEqual([]);
  expect(await stands()).toBe(false);
  expect((await seeConsent(bench.ports, citizen)).last).toMatchObject({ answer: "withdrawn" });
  const told = await bench.superuser`
    select medium from notice where kind = 'consent_withdrawn' and person_id = ${citizen.personId}`;
  expect([...told]).toEqual([{ medium: "line" }]);
  bench.world.clock.pass(1);
  await granted(giveConsent(bench.ports, citizen, { version, ...how }));
  expect(await stands()).toBe(true);
  expect(await audited(citizen, "consent.withdrawn")).toBe(1);
});

test("of withdrawals at once one is kept", async () => {
  const all = await Promise.all([1, 2, 3].map(() => withdrawConsent(bench.ports, citizen, how)));
  expect(all.filter((each) => each.ok)).toHaveLength(1);
  expect(all.filter((each) => !each.ok && each.refusal.kind === "consent_not_given")).toHaveLength(2);
});

test("refuses consent to a text that is not in force, and adds nothing when it is given already", async () => {
  const refused = await refusal(giveConsent(bench.ports, citizen, { version: "2500-1", ...how }));
  expect(refused.kind).toBe("consent_version_changed");
  await granted(giveConsent(bench.ports, citizen, { version, ...how }));
  expect(await audited(citizen, "consent.given")).toBe(0);
});

test("ends one device, and all but the one in hand; somebody else's cannot be ended", async () => {
  const [here, one, two] = [await signIn(citizen), await signIn(citizen), await signIn(citizen)];
  const stranger = await registered(bench.ports);
  const refused = await refusal(endOneDevice(bench.ports, stranger, { sessionId: one }));
  expect(refused.kind).toBe("device_missing");
  await granted(endOneDevice(bench.ports, citizen, { sessionId: one }));
  expect((await refusal(endOneDevice(bench.ports, citizen, { sessionId: one }))).kind).toBe("device_missing");
  expect((await seeDevices(bench.ports, citizen)).map((device) => device.id)).toContain(two);
  expect(await endOtherDevices(bench.ports, citizen, { keepSessionId: here })).toBeGreaterThanOrEqual(1);
  expect((await seeDevices(bench.ports, citizen)).map((device) => device.id)).toEqual([here]);
  expect(await audited(citizen, "session.ended")).toBe(1);
});

async function change(more: Partial<ChangePinInput>) {
  const keepSessionId = bench.ports.random.uuid();
  const texts = { oldText: me.pin, newText: "852047", againText: "852047" };
  return changePin(bench.ports, citizen, { keepSessionId, ...texts, ...more });
}

test("another PIN opens, the old one no longer, other devices are signed out and the chat is told", async () => {
  const here = await signIn(citizen);
  await signIn(citizen);
  await granted(change({ keepSessionId: here, newText: "๘๕๒๐๔๗" }));
  expect((await proveUnlock(bench.ports, citizen, me.pin)).ok).toBe(false);
  expect((await proveUnlock(bench.ports, citizen, "852047")).ok).toBe(true);
  expect((await seeDevices(bench.ports, citizen)).map((device) => device.id)).toEqual([here]);
  const told = await bench.superuser`
    select medium from notice where kind = 'pin_changed' and person_id = ${citizen.personId}`;
  expect([...told]).toEqual([{ medium: "line" }]);
  expect(await audited(citizen, "pin.changed")).toBe(1);
});

test.each([
  [
    "a run",
    { newText: "456789", againText: "456789" },
    { kind: "new_pin_refused", why: { kind: "pin_run" } },
  ],
  ["two that differ", { againText: "852048" }, { kind: "pin_not_same_twice" }],
  ["the old one again", { newText: "493817", againText: "493817" }, { kind: "pin_same_as_before" }],
] as const)("refuses as the new PIN %s, and counts no try of the old one", async (_, more, refused) => {
  expect(await refusal(change(more))).toMatchObject(refused);
  const [row] = await bench.superuser`select pin_wrong from account where person_id = ${citizen.personId}`;
  expect(row).toEqual({ pin_wrong: 0 });
});

test("a wrong old PIN is counted and changes nothing", async () => {
  const refused = await refusal(change({ oldText: "200001" }));
  expect(refused).toMatchObject({ kind: "old_pin_refused", why: { kind: "pin_wrong", left: 9 } });
  expect((await proveUnlock(bench.ports, citizen, me.pin)).ok).toBe(true);
});

test("keeps language and text size for the LINE user alone", async () => {
  const other = await registered(bench.ports);
  await chooseLook(bench.ports, citizen, { language: "en" });
  await chooseLook(bench.ports, citizen, { largeText: true });
  const rows = await bench.superuser`
    select language, large_text from line_user where line_user_id in (${citizen.lineUserId}, ${other.lineUserId})
    order by language`;
  expect([...rows]).toEqual([
    { language: "en", large_text: true },
    { language: "th", large_text: false },
  ]);
});
