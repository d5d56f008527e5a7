import type postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser, bareCitizen, bareDelegation } from "../../../tests/support/citizens.ts";
import {
  generalCare,
  hangQr,
  haemodialysis,
  openFacility,
  type HungQr,
} from "../../../tests/support/facilities.ts";
import { sha256 } from "../../../tests/support/mac.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import type { Citizen } from "../../kernel/actor.ts";
import { unpermuteCodeNumber } from "../code-permutation.ts";
import { askCode } from "./ask-code.ts";
import { claimTicket } from "./claim-ticket.ts";
import { takeScan } from "./take-scan.ts";

let world: TestWorld;
let all: postgres.Sql;
let agencyId: string;
let screen: HungQr;

beforeAll(async () => {
  world = await testWorld();
  all = asSuperuser(world);
  agencyId = await openFacility(world.ports);
  screen = await hangQr(world.ports, agencyId, "screen");
});

afterAll(async () => {
  await all.end();
  await world.close();
});

const citizen = () => bareCitizen(world, all);

async function scan(qr: HungQr = screen): Promise<string> {
  const scanned = await takeScan(world.ports, { kind: "gate" }, { token: qr.token() });
  if (!scanned.ok) throw new Error(scanned.refusal.kind);
  return scanned.value.ticket;
}

async function ask(actor: Citizen, ticket: string, delegationId: string | null = null) {
  const asked = await askCode(world.ports, actor, { ticket, delegationId });
  if (!asked.ok) throw new Error(asked.refusal.kind);
  return asked.value;
}

async function refusal(actor: Citizen, ticket: string, delegationId: string | null = null): Promise<string> {
  const asked = await askCode(world.ports, actor, { ticket, delegationId });
  return asked.ok ? "none" : asked.refusal.kind;
}

const codesOf = (personId: string) =>
  all<{ id: string; code: string; expires_at: Date }[]>`select * from service_code
    where person_id = ${personId} order by code`;

test("issues a code with its visit, its audit entry and its notice, all in one", async () => {
  const me = await citizen();
  const { codeId, isNew } = await ask(me, await scan());
  const [code] = await codesOf(me.personId);
  expect(isNew).toBe(true);
  expect(code).toMatchObject({
    id: codeId,
    status: "issued",
    service_type: generalCare,
    asked_by: me.personId,
  });
  expect(code?.code).toMatch(/^PP\d{10}$/);
  expect(code?.expires_at).toEqual(new Date("2026-11-21T23:59:59.999+07:00"));
  expect(await all`select status, way, evidence from visit where person_id = ${me.personId}`).toEqual([
    { status: "confirmed", way: "line_qr", evidence: "screen" },
  ]);
  expect(await all`select action, actor_id, agency_id from audit_entry where subject_id = ${codeId}`).toEqual(
    [{ action: "service_code.issued", actor_id: me.personId, agency_id: agencyId }],
  );
  expect(await all`select kind, refs from notice where person_id = ${me.personId}`).toEqual([
    { kind: "code_issued", refs: { personId: me.personId, codeId } },
  ]);
});

test("writes nothing that tells the code or its key into audit and notices", async () => {
  const me = await citizen();
  const { codeId } = await ask(me, await scan());
  const [code] = await codesOf(me.personId);
  const [written] = await all<
    { text: string }[]
  >`select string_agg(a::text, '') || (select string_agg(n::text, '') from notice n
    where n.person_id = ${me.personId}) as text from audit_entry a where a.subject_id = ${codeId}`;
  expect(written?.text).not.toContain(code?.code.slice(2));
});

test("issues one code for the same request twenty times at once", async () => {
  const me = await citizen();
  const ticket = await scan();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(me, ticket)));
  expect(new Set(answers.map((answer) => answer.codeId)).size).toBe(1);
  expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
  expect(await codesOf(me.personId)).toHaveLength(1);
  expect(await all`select from visit where person_id = ${me.personId}`).toHaveLength(1);
  expect(await all`select from notice where person_id = ${me.personId}`).toHaveLength(1);
});

test("issues one code for twenty scans of one person at once", async () => {
  const me = await citizen();
  const tickets = await Promise.all(Array.from({ length: 20 }, () => scan()));
  const answers = await Promise.all(tickets.map((ticket) => ask(me, ticket)));
  expect(new Set(answers.map((answer) => answer.codeId)).size).toBe(1);
  expect(await codesOf(me.personId)).toHaveLength(1);
});

test("gives the same code again to the same person, facility, service and day, whatever the QR", async () => {
  const me = await citizen();
  const printed = await hangQr(world.ports, agencyId, "printed");
  const first = await ask(me, await scan());
  expect(await ask(me, await scan(printed))).toEqual({ ...first, isNew: false });
});

test("gives another code for another service", async () => {
  const me = await citizen();
  const other = await hangQr(world.ports, agencyId, "screen", haemodialysis);
  const [one, two] = [await ask(me, await scan()), await ask(me, await scan(other))];
  expect(two.codeId).not.toBe(one.codeId);
});

test("gives a new code after a cancelled one, but not for the request that was cancelled", async () => {
  const me = await citizen();
  const ticket = await scan();
  const first = await ask(me, ticket);
  await all`update service_code set status = 'cancelled' where id = ${first.codeId}`;
  expect(await ask(me, ticket)).toEqual({ ...first, isNew: false });
  const second = await ask(me, await scan());
  expect(second.isNew).toBe(true);
  expect(await codesOf(me.personId)).toHaveLength(2);
});

test("never gives one code to two people, and permutes the sequence by the key", async () => {
  const people = await Promise.all(Array.from({ length: 10 }, citizen));
  const answers = await Promise.all(people.map(async (person) => ask(person, await scan())));
  const rows = await all<
    { code: string }[]
  >`select code from service_code where id = any (${answers.map((a) => a.codeId)})`;
  const numbers = rows.map((row) =>
    unpermuteCodeNumber(sha256, world.ports.keys.serviceCode, Number(row.code.slice(2))),
  );
  expect(new Set(numbers).size).toBe(10);
  const [last] = await all<{ number: number }[]>`select last_value::int as number from service_code_number`;
  expect(Math.max(...numbers)).toBeLessThanOrEqual(last?.number ?? -1);
});

test("counts the day in Bangkok: a code ends at its midnight, and the minute after gives another", async () => {
  const me = await citizen();
  world.clock.set(new Date("2026-11-22T23:59:30+07:00"));
  const ticket = await scan();
  const before = await ask(me, ticket);
  world.clock.set(new Date("2026-11-23T00:00:20+07:00"));
  expect(await ask(me, ticket)).toEqual({ ...before, isNew: false });
  const after = await ask(me, await scan());
  expect(after.isNew).toBe(true);
  const days = await all<
    { day: string }[]
  >`select day::text from service_code where person_id = ${me.personId} order by day`;
  expect(days.map((row) => row.day)).toEqual(["2026-11-22", "2026-11-23"]);
});

test("refuses a session without its PIN", async () => {
  const me = await citizen();
  expect(await refusal({ ...me, unlocked: false }, await scan())).toBe("locked");
  expect(await codesOf(me.personId)).toHaveLength(0);
});

test("refuses a ticket that was changed, and one of eleven minutes ago", async () => {
  const me = await citizen();
  const ticket = await scan();
  expect(await refusal(me, `${ticket.slice(0, -1)}${ticket.endsWith("A") ? "E" : "A"}`)).toBe(
    "ticket_forged",
  );
  world.clock.pass(11 * 60);
  expect(await refusal(me, ticket)).toBe("ticket_expired");
});

test("gives a ticket to the first LINE user who opens it, before registration or after", async () => {
  const [first, second] = [await citizen(), await citizen()];
  const ticket = await scan();
  const visitor = { kind: "visitor", channel: first.channel, lineUserId: first.lineUserId } as const;
  expect((await claimTicket(world.ports, visitor, { ticket })).ok).toBe(true);
  expect(await refusal(second, ticket)).toBe("ticket_taken");
  expect((await claimTicket(world.ports, second, { ticket })).ok).toBe(false);
  expect((await ask(first, ticket)).isNew).toBe(true);
});

test("refuses somebody who took the consent back, and asks again once it is given", async () => {
  const me = await citizen();
  const answer = (given: string, at: string) => all`insert into consent
    (id, channel, line_user_id, person_id, version, answer, language, answered_at, via)
    values (${world.ports.random.uuid()}, 'c', ${me.lineUserId}, ${me.personId}, '1', ${given}, 'th', ${at}, 'liff')`;
  await answer("given", "2026-01-01T00:00:00Z");
  expect((await ask(me, await scan())).isNew).toBe(true);
  await answer("withdrawn", "2026-01-02T00:00:00Z");
  expect(await refusal(me, await scan())).toBe("consent_withdrawn");
  await answer("given", "2026-01-03T00:00:00Z");
  expect(await refusal(me, await scan())).toBe("none");
});

test("refuses at the last moment what changed since the scan: revoked, closed, no longer offered", async () => {
  const other = await openFacility(world.ports, { hcode: "99903" });
  const qr = await hangQr(world.ports, other, "printed");
  const ticket = await scan(qr);
  const me = await citizen();
  await all`update facility_service set valid_until = '2026-11-01' where agency_id = ${other}`;
  expect(await refusal(me, ticket)).toBe("service_not_offered");
  await all`update facility set closed_at = '2026-11-01' where agency_id = ${other}`;
  expect(await refusal(me, ticket)).toBe("facility_closed");
  await all`update facility_qr set revoked_at = '2026-11-01' where id = ${qr.id}`;
  expect(await refusal(me, ticket)).toBe("qr_revoked");
});

test("issues for a companion with a yes, tells both, and says who asked", async () => {
  const [me, mother] = [await citizen(), await citizen()];
  const delegationId = await bareDelegation(world, all, { asker: me, forId: mother.personId });
  const { codeId, personId } = await ask(me, await scan(), delegationId);
  expect(personId).toBe(mother.personId);
  expect(await codesOf(mother.personId)).toMatchObject([{ id: codeId, asked_by: me.personId }]);
  const told = await all`select kind, medium, line_user_id, refs from notice
    where refs->>'codeId' = ${codeId} order by kind`;
  expect(told).toEqual([
    {
      kind: "code_issued",
      medium: "line",
      line_user_id: me.lineUserId,
      refs: { personId: mother.personId, codeId },
    },
    {
      kind: "companion_used",
      medium: "line",
      line_user_id: mother.lineUserId,
      refs: { delegationId, personId: mother.personId, codeId },
    },
  ]);
});

test("tells a companion without LINE by SMS", async () => {
  const [me, father] = [await citizen(), await citizen()];
  await all`update line_user set person_id = null where person_id = ${father.personId}`;
  const delegationId = await bareDelegation(world, all, { asker: me, forId: father.personId });
  const { codeId } = await ask(me, await scan(), delegationId);
  const [used] = await all`select medium, line_user_id from notice
    where kind = 'companion_used' and refs->>'codeId' = ${codeId}`;
  expect(used).toEqual({ medium: "sms", line_user_id: "" });
});

test("issues for oneself and for a companion out of one scan", async () => {
  const [me, mother] = [await citizen(), await citizen()];
  const delegationId = await bareDelegation(world, all, { asker: me, forId: mother.personId });
  const ticket = await scan();
  const [mine, hers] = [await ask(me, ticket), await ask(me, ticket, delegationId)];
  expect(hers.codeId).not.toBe(mine.codeId);
});

test("refuses to ask for others without a yes that holds today for this service", async () => {
  const [me, other] = [await citizen(), await citizen()];
  const ticket = await scan();
  const theirs = await bareDelegation(world, all, { asker: other, forId: me.personId });
  const past = await bareDelegation(world, all, { asker: me, forId: other.personId, untilDay: "2026-11-20" });
  const narrow = await bareDelegation(world, all, {
    asker: me,
    forId: (await citizen()).personId,
    services: [haemodialysis],
  });
  expect(await refusal(me, ticket, world.ports.random.uuid())).toBe("delegation_missing");
  expect(await refusal(me, ticket, theirs)).toBe("delegation_missing");
  expect(await refusal(me, ticket, past)).toBe("delegation_missing");
  expect(await refusal(me, ticket, narrow)).toBe("delegation_scope");
  await all`update delegation set state = 'ended', ended_at = '2026-11-21' where id = ${narrow}`;
  expect(await refusal(me, ticket, narrow)).toBe("delegation_missing");
});
