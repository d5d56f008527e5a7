import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { drawnPng } from "../../tests/support/drawn-picture.ts";
import { openTown, townWorld } from "../../tests/support/municipality.ts";
import { granted, refusal } from "../../tests/support/people.ts";
import { testProofing } from "../../tests/support/proofing.ts";
import {
  codeMailed,
  identified,
  proofBy,
  proven,
  registrationOf,
  sent,
  typedAddress,
} from "../../tests/support/registering.ts";
import {
  holdingOf,
  issuedSeats,
  liveHolder,
  namedHolder,
  openTreasury,
  staffOf,
  type TownSeats,
  type Treasury,
} from "../../tests/support/seats.ts";
import type { TestWorld } from "../../tests/support/ports.ts";
import type { Staff } from "../kernel/actor.ts";
import { confirmEmailCode } from "./actions/confirm-email-code.ts";
import { listStaffNames } from "../agencies/store/staff-names.ts";
import { makeLetter } from "./actions/make-letter.ts";
import { openLetter } from "./actions/open-letter.ts";
import { decideRegistration } from "./actions/decide-registration.ts";
import { giveIdentity } from "./actions/give-identity.ts";
import { purgeProofs } from "./actions/purge-proofs.ts";
import { saveRegistrationData } from "./actions/save-registration-data.ts";
import { seeOwnRegistration } from "./actions/see-own-registration.ts";
import { seeRegistration, seeRegistrationFile } from "./actions/see-registration.ts";
import { seeRegistrations } from "./actions/see-registrations.ts";
import { seeSeatStory } from "./actions/see-seat-story.ts";
import { sendEmailCode } from "./actions/send-email-code.ts";
import { sendRegistration } from "./actions/send-registration.ts";

const app = testProofing();
const gate = { kind: "gate" } as const;
let world: TestWorld;
let all: postgres.Sql;
let head: Staff;
let treasury: Treasury;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld({ paotang: app });
  all = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await all.end();
  await world.close();
});
beforeEach(async () => {
  const town = await openTown(world.ports);
  head = await staffOf(world.ports, town.agencyId, "seat_head");
  treasury = await openTreasury(world.ports);
  seats = await issuedSeats(world.ports, treasury, town.agencyId);
});

const named = () => namedHolder(world.ports, head, seats.recorder.id);
const stateOf = async (holdingId: string) => (await registrationOf(world.ports, holdingId)).state;

async function typed(holdingId: string, email: string) {
  const given = { ...typedAddress, email, mobile: "0812345678" };
  await granted(saveRegistrationData(world.ports, gate, { holdingId, typed: given }));
}

test("five steps up to the approval make somebody the holder, and whoever held the seat is out", async () => {
  const before = await liveHolder(world.ports, head, seats.recorder.id);
  const holding = await namedHolder(world.ports, head, seats.recorder.id, { reason: "transferred" });
  await sent(world.ports, app, holding, "own@town.example");
  expect(await stateOf(holding.id)).toBe("sent");
  const decision = { kind: "approve" } as const;
  await granted(decideRegistration(world.ports, treasury.registrar, { holdingId: holding.id, decision }));
  expect(await stateOf(holding.id)).toBe("approved");
  const live = await holdingOf(world.ports, holding.id);
  expect(live).toMatchObject({ state: "live", facts: { email: "own@town.example", mobile: "0812345678" } });
  expect(await holdingOf(world.ports, before.id)).toMatchObject({ state: "ended" });
});

test("a number that is not the named person's, a missing order and no consent are told together, good files kept", async () => {
  const holding = await named();
  const input = { holdingId: holding.id, citizenId: "1101600000018", consented: false, files: [] };
  const refused = await refusal(giveIdentity(world.ports, gate, input));
  expect(refused).toMatchObject({
    faults: [
      { field: "citizenId", refusal: { kind: "citizen_id_other" } },
      { field: "files", refusal: { kind: "order_missing" } },
      { field: "consent", refusal: { kind: "consent_missing" } },
    ],
  });
  const files = [{ name: "order.png", bytes: drawnPng(40, 40) }];
  await refusal(giveIdentity(world.ports, gate, { ...input, files }));
  const own = await seeOwnRegistration(world.ports, gate, holding.id);
  expect(own).toMatchObject({ state: "begun", files: [{ name: "order.png" }] });
  const { citizenId } = holding.facts;
  await granted(giveIdentity(world.ports, gate, { ...input, citizenId, consented: true }));
  expect(await stateOf(holding.id)).toBe("identified");
});

test("an order of 11 MB, and one that is no document whatever it is called, are refused by name", async () => {
  const holding = await named();
  const files = [
    { name: "heavy.pdf", bytes: new Uint8Array(11_000_000) },
    { name: "program.pdf", bytes: new TextEncoder().encode("#!/bin/sh\nrm -rf /") },
  ];
  const { citizenId } = holding.facts;
  const input = { holdingId: holding.id, citizenId, consented: true, files };
  expect(await refusal(giveIdentity(world.ports, gate, input))).toMatchObject({
    faults: [
      { field: "files", refusal: { kind: "order_missing" } },
      { field: "files", name: "heavy.pdf", refusal: { kind: "attachment_heavy" } },
      { field: "files", name: "program.pdf", refusal: { kind: "attachment_kind" } },
    ],
  });
});

test("whoever proves themselves as somebody else proves nothing, it is written down, and the named person goes on", async () => {
  const holding = await named();
  await identified(world.ports, holding);
  app.person = { pid: "1101600000018", name: "สมใจ ใจดี" };
  expect(await proofBy(world.ports, holding.id, { code: "code" })).toMatchObject({
    proofer: "paotang",
    outcome: "other_person",
  });
  expect(await stateOf(holding.id)).toBe("identified");
  const [entry] = await all`select count(*)::int as n from audit_entry
    where action = 'token_registration.proven_other' and subject_id = ${holding.id}`;
  expect(entry).toEqual({ n: 1 });
  expect(await proofBy(world.ports, holding.id, { error: "access_denied" })).toMatchObject({
    outcome: "denied",
  });
  expect(await proofBy(world.ports, holding.id, { error: "identity_pending" })).toMatchObject({
    outcome: "pending",
  });
  app.person = { pid: holding.facts.citizenId, name: "มานี ชูใจ" };
  expect(await proofBy(world.ports, holding.id, { code: "code" })).toMatchObject({ outcome: "proven" });
  expect(await registrationOf(world.ports, holding.id)).toMatchObject({
    state: "proven",
    provenBy: "paotang",
    facts: { provenName: "มานี ชูใจ" },
  });
});

test("a way through an app is forgotten a day after its QR ran out, what was proven is not", async () => {
  const holding = await named();
  await proven(world.ports, app, holding);
  const left = async () => {
    await purgeProofs(world.ports, { kind: "system", job: "test" });
    const [row] = await all<{ n: number }[]>`
      select count(*)::int as n from identity_proof where holding_id = ${holding.id}`;
    return row?.n;
  };
  expect(await left()).toBe(1);
  world.clock.pass(25 * 3600);
  expect(await left()).toBe(0);
  expect(await stateOf(holding.id)).toBe("proven");
});

test("steps out of their order are refused, and change nothing", async () => {
  const holding = await named();
  const holdingId = holding.id;
  const closed = { kind: "step_closed" };
  const data = { ...typedAddress, email: "a@b.example", mobile: "0812345678" };
  expect(await refusal(saveRegistrationData(world.ports, gate, { holdingId, typed: data }))).toEqual(closed);
  expect(await refusal(sendRegistration(world.ports, gate, holdingId))).toEqual(closed);
  await identified(world.ports, holding);
  expect(await refusal(sendEmailCode(world.ports, gate, holdingId))).toEqual(closed);
  expect(await refusal(sendRegistration(world.ports, gate, holdingId))).toEqual(closed);
  expect(await stateOf(holdingId)).toBe("identified");
  const other = await namedHolder(world.ports, head, seats.approver1.id);
  await sent(world.ports, app, other);
  const again = { holdingId: other.id, citizenId: other.facts.citizenId, consented: true, files: [] };
  expect(await refusal(giveIdentity(world.ports, gate, again))).toEqual(closed);
});

test("an address that somebody else proved is refused, but told only to whoever reads its mails", async () => {
  const first = await named();
  await sent(world.ports, app, first, "taken@town.example");
  const second = await namedHolder(world.ports, head, seats.approver1.id);
  await proven(world.ports, app, second);
  await typed(second.id, " Taken@Town.example ");
  await granted(sendEmailCode(world.ports, gate, second.id));
  const code = await codeMailed(world.ports, second.id);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  const tried = (digits: string) =>
    refusal(confirmEmailCode(world.ports, gate, { holdingId: second.id, code: digits }));
  expect(await tried(wrong)).toMatchObject({ kind: "email_code_wrong" });
  expect(await tried(code)).toEqual({ kind: "email_taken" });
  expect(await tried(code)).toEqual({ kind: "email_code_gone" });
  const third = await namedHolder(world.ports, head, seats.approver2.id);
  await proven(world.ports, app, third);
  for (const { id } of [second, third]) {
    await typed(id, "race@town.example");
    await granted(sendEmailCode(world.ports, gate, id));
  }
  const confirm = async (holdingId: string) =>
    confirmEmailCode(world.ports, gate, { holdingId, code: await codeMailed(world.ports, holdingId) });
  await granted(confirm(second.id));
  expect(await refusal(confirm(third.id))).toEqual({ kind: "email_taken" });
});

test("wrong codes are counted over every code that is sent, and the tenth stops them for a day", async () => {
  const holding = await named();
  await proven(world.ports, app, holding);
  const holdingId = holding.id;
  await typed(holdingId, "counted@town.example");
  const wrongOf = async () =>
    String((Number(await codeMailed(world.ports, holdingId)) + 1) % 1_000_000).padStart(6, "0");
  for (let at = 0; at < 9; at += 1) {
    if (at % 3 === 0) {
      world.clock.pass(61);
      await granted(sendEmailCode(world.ports, gate, holdingId));
    }
    const code = await wrongOf();
    expect(await refusal(confirmEmailCode(world.ports, gate, { holdingId, code }))).toEqual({
      kind: "email_code_wrong",
      left: 9 - at,
    });
  }
  const code = await wrongOf();
  expect(await refusal(confirmEmailCode(world.ports, gate, { holdingId, code }))).toMatchObject({
    kind: "email_code_stopped",
  });
  const right = await codeMailed(world.ports, holdingId);
  expect(await refusal(confirmEmailCode(world.ports, gate, { holdingId, code: right }))).toMatchObject({
    kind: "email_code_stopped",
  });
  world.clock.pass(24 * 3600);
  await granted(sendEmailCode(world.ports, gate, holdingId));
  const anew = await codeMailed(world.ports, holdingId);
  await granted(confirmEmailCode(world.ports, gate, { holdingId, code: anew }));
});

test("a seat has ten codes mailed in a day, whatever addresses are typed", async () => {
  const holding = await named();
  await proven(world.ports, app, holding);
  for (let at = 0; at < 10; at += 1) {
    await typed(holding.id, `stranger${at}@town.example`);
    await granted(sendEmailCode(world.ports, gate, holding.id));
  }
  await typed(holding.id, "stranger10@town.example");
  expect(await refusal(sendEmailCode(world.ports, gate, holding.id))).toEqual({ kind: "codes_many" });
  world.clock.pass(24 * 3600);
  await granted(sendEmailCode(world.ports, gate, holding.id));
});

test("a code is good for ten minutes and for the address it was mailed to alone", async () => {
  const holding = await named();
  await proven(world.ports, app, holding);
  const holdingId = holding.id;
  await typed(holdingId, "one@town.example");
  await granted(sendEmailCode(world.ports, gate, holdingId));
  const code = await codeMailed(world.ports, holdingId);
  await typed(holdingId, "two@town.example");
  expect(await refusal(confirmEmailCode(world.ports, gate, { holdingId, code }))).toEqual({
    kind: "email_code_gone",
  });
  await granted(sendEmailCode(world.ports, gate, holdingId));
  const late = await codeMailed(world.ports, holdingId);
  world.clock.pass(600);
  expect(await refusal(confirmEmailCode(world.ports, gate, { holdingId, code: late }))).toEqual({
    kind: "email_code_gone",
  });
  expect(await refusal(sendRegistration(world.ports, gate, holdingId))).toMatchObject({
    faults: [{ field: "email", refusal: { kind: "email_unproven" } }],
  });
});

test("a refused registration keeps what was given, is corrected and sent again without another proof", async () => {
  const holding = await named();
  const holdingId = holding.id;
  await sent(world.ports, app, holding);
  const decision = { kind: "refuse", reason: " ขาดแบบมอบหมายให้ถือสิทธิ " } as const;
  await granted(decideRegistration(world.ports, treasury.registrar, { holdingId, decision }));
  const own = await seeOwnRegistration(world.ports, gate, holdingId);
  expect(own).toMatchObject({ state: "refused", reason: "ขาดแบบมอบหมายให้ถือสิทธิ", isEmailProven: true });
  const files = [{ name: "แบบมอบหมาย.png", bytes: drawnPng(30, 30) }];
  const { citizenId } = holding.facts;
  await granted(giveIdentity(world.ports, gate, { holdingId, citizenId, consented: true, files }));
  await granted(sendRegistration(world.ports, gate, holdingId));
  const seen = await granted(seeRegistration(world.ports, treasury.registrar, holdingId));
  expect([seen.registration.state, seen.files.length]).toEqual(["sent", 2]);
});

test("the auditor reads who refused and why, and who approved, after the one and the other", async () => {
  const holding = await named();
  const { id: holdingId, seatId } = holding;
  await sent(world.ports, app, holding, "story@town.example");
  world.clock.pass(60);
  const reason = "ขาดแบบมอบหมายให้ถือสิทธิ";
  const decide = (decision: Parameters<typeof decideRegistration>[2]["decision"]) =>
    granted(decideRegistration(world.ports, treasury.registrar, { holdingId, decision }));
  await decide({ kind: "refuse", reason });
  world.clock.pass(60);
  const { citizenId } = holding.facts;
  await granted(giveIdentity(world.ports, gate, { holdingId, citizenId, consented: true, files: [] }));
  await granted(sendRegistration(world.ports, gate, holdingId));
  world.clock.pass(60);
  await decide({ kind: "approve" });
  const { rows } = await seeSeatStory(world.ports, treasury.auditor, { seatId, turn: null });
  const of = (event: string) => rows.find((line) => line.event === event);
  const by = of("registration_approved")?.by;
  expect(by).toMatch(/\S+ \S+/);
  expect(of("registration_approved")).toMatchObject({ reason: null });
  expect(of("registration_refused")).toMatchObject({ reason, by });
  expect(of("named")?.by).toMatch(/\S+ \S+/);
  expect(of("registration_sent")).toMatchObject({ reason: null, by: null });
});

test("of two registrars who decide at once one does, and a refusal without a reason is none", async () => {
  const holding = await named();
  const holdingId = holding.id;
  await sent(world.ports, app, holding);
  const decide = (decision: Parameters<typeof decideRegistration>[2]["decision"]) =>
    decideRegistration(world.ports, treasury.registrar, { holdingId, decision });
  expect(await refusal(decide({ kind: "refuse", reason: "  " }))).toEqual({ kind: "reason_missing" });
  const both = await Promise.all([decide({ kind: "approve" }), decide({ kind: "refuse", reason: "ไม่ชัด" })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "registration_decided" } });
});

test("whoever opened the sealed letter refuses the registration at most; another registrar approves it", async () => {
  const holding = await named();
  const holdingId = holding.id;
  const { registrar } = treasury;
  const second = await staffOf(world.ports, treasury.agencyId, "token_registrar");
  const { letterId } = await granted(makeLetter(world.ports, registrar, { holdingId }));
  await granted(openLetter(world.ports, registrar, { letterId }));
  await sent(world.ports, app, holding);
  const decision = { kind: "approve" } as const;
  const approveBy = (staff: Staff) => decideRegistration(world.ports, staff, { holdingId, decision });
  const names = await world.ports.db.as(gate, (tx) => listStaffNames(world.ports, tx, [second.staffId]));
  const others = [...names.values()];
  expect(others).toHaveLength(1);
  expect(await refusal(approveBy(registrar))).toEqual({ kind: "letter_opened_by_you", others });
  expect((await granted(seeRegistration(world.ports, registrar, holdingId))).othersApprove).toEqual(others);
  expect((await granted(seeRegistration(world.ports, second, holdingId))).othersApprove).toBeNull();
  const bySql = all`update token_registration set state = 'approved', decided_by = ${registrar.staffId},
    decided_at = now() where holding_id = ${holdingId}`;
  await expect(bySql).rejects.toThrow("does not approve");
  expect(await stateOf(holdingId)).toBe("sent");
  await granted(approveBy(second));
  expect(await stateOf(holdingId)).toBe("approved");
});

test("a letter that nobody opened, or that another opened, keeps no registrar from approving", async () => {
  const holding = await named();
  const second = await staffOf(world.ports, treasury.agencyId, "token_registrar");
  const { letterId } = await granted(makeLetter(world.ports, treasury.registrar, { holdingId: holding.id }));
  await granted(openLetter(world.ports, second, { letterId }));
  await sent(world.ports, app, holding);
  const decision = { kind: "approve" } as const;
  await granted(decideRegistration(world.ports, treasury.registrar, { holdingId: holding.id, decision }));
  expect(await stateOf(holding.id)).toBe("approved");
});

test("the queue shows one office its own, those sent first on top, by state and code, and opening one is written down", async () => {
  const first = await named();
  await sent(world.ports, app, first, "first@town.example");
  world.clock.pass(60);
  const second = await namedHolder(world.ports, head, seats.approver1.id);
  await sent(world.ports, app, second, "second@town.example");
  const ask = (codeBegins = "", state: "sent" | "approved" = "sent") =>
    seeRegistrations(world.ports, treasury.registrar, { state, codeBegins, turn: null });
  expect((await ask()).rows.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect((await ask(second.userCode)).rows.map(({ id }) => id)).toEqual([second.id]);
  expect((await ask("", "approved")).rows).toEqual([]);
  const { registrar: stranger } = await openTreasury(world.ports);
  const theirs = await seeRegistrations(world.ports, stranger, { state: "sent", codeBegins: "", turn: null });
  expect(theirs.rows).toEqual([]);
  const foreign = { kind: "registration_not_found" };
  expect(await refusal(seeRegistration(world.ports, stranger, first.id))).toEqual(foreign);
  const decision = { kind: "approve" } as const;
  expect(await refusal(decideRegistration(world.ports, stranger, { holdingId: first.id, decision }))).toEqual(
    foreign,
  );
  const seen = await granted(seeRegistration(world.ports, treasury.registrar, first.id));
  const fileId = seen.files[0]?.id ?? "";
  const file = { holdingId: first.id, fileId };
  expect(await refusal(seeRegistrationFile(world.ports, stranger, file))).toEqual(foreign);
  const opened = await granted(seeRegistrationFile(world.ports, treasury.registrar, file));
  expect(opened.file.mime).toBe("image/png");
  const actions = await all`select action from audit_entry where actor_id = ${treasury.registrar.staffId}
    and action in ('token_registration.opened', 'seat_order.file_opened') order by at, action`;
  expect(actions.map(({ action }) => String(action)).sort()).toEqual([
    "seat_order.file_opened",
    "token_registration.opened",
  ]);
});

test("the database lets no agency approve or refuse its own people's registrations", async () => {
  const holding = await named();
  await sent(world.ports, app, holding);
  const decide = (agencyId: string, state: string, role = "pratu_staff") =>
    all.begin(async (tx) => {
      await tx`select set_config('app.agency', ${agencyId}, true), set_config('role', ${role}, true)`;
      await tx`update token_registration set state = ${state}, decided_at = now()
        where holding_id = ${holding.id}`;
    });
  for (const state of ["approved", "refused"])
    await expect(decide(head.agencyId, state)).rejects.toThrow("permission denied");
  await decide(treasury.agencyId, "approved", "pratu_gate");
  expect(await stateOf(holding.id)).toBe("approved");
});
