import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asSuperuser } from "../../../tests/support/citizens.ts";
import { openTown, townWorld } from "../../../tests/support/municipality.ts";
import { granted, refusal } from "../../../tests/support/people.ts";
import type { TestWorld } from "../../../tests/support/ports.ts";
import { layCodeAsk } from "../../../tests/support/seat-objects.ts";
import {
  issuedSeats,
  namedHolder,
  openTreasury,
  staffOf,
  typedNaming,
  type TownSeats,
  type Treasury,
} from "../../../tests/support/seats.ts";
import type { Staff } from "../../kernel/actor.ts";
import { mostWaitingAsks, type TypedCodeAsk } from "../code-ask.ts";
import { askForCode } from "./ask-for-code.ts";
import { seeCampaign } from "./campaign.ts";
import { issueForAsk, refuseAsk } from "./decide-code-ask.ts";
import { purgeCodeAsks, seeCodeAsk, seeCodeAsks, seeOwnCodeAsks } from "./see-code-asks.ts";

let world: TestWorld;
let all: postgres.Sql;
let head: Staff;
let treasury: Treasury;
let seats: TownSeats;

beforeAll(async () => {
  world = await townWorld();
  all = asSuperuser(world);
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

function typedAsk(more: Partial<TypedCodeAsk> = {}): TypedCodeAsk {
  const { citizenId, firstName, lastName, position, email, mobile } = typedNaming(world.ports, "");
  const person = { citizenId, firstName, lastName, position, email, mobile };
  return { ...person, right: "recorder", serial: "tk 000 456", orderId: "", ...more };
}
const ask = (typed: TypedCodeAsk, requestKey = world.ports.random.uuid()) =>
  askForCode(world.ports, head, { typed, requestKey });
const see = (id: string, actor = treasury.registrar) => seeCodeAsk(world.ports, actor, id);
const issue = (id: string, code: string, actor = treasury.registrar) =>
  issueForAsk(world.ports, actor, { id, code });
const ownStates = async () => (await seeOwnCodeAsks(world.ports, head, null)).rows.map(({ state }) => state);

test("a head asks, the office issues the next code, the person is named with a link, and their key is to come back", async () => {
  const id = await layCodeAsk(world.ports, head);
  const seen = await granted(see(id));
  expect(seen.proposed).toBe(`${seats.recorder.code.slice(0, 13)}02`);
  await granted(issue(id, seen.proposed ?? ""));
  const after = await granted(see(id));
  expect([after.ask.state, after.seat?.userCode]).toEqual(["issued", seen.proposed]);
  const [row] = await all`select h.state, d.serial,
      (select count(*)::int from seat_link l where l.holding_id = h.id) as links
    from seat_holding h join old_device d on d.holding_id = h.id where h.id = ${after.ask.holdingId}`;
  expect(row).toMatchObject({ state: "named", serial: "TK-000123", links: 1 });
  const asked = { list: "not_returned", search: "", turn: null } as const;
  const { holders } = await seeCampaign(world.ports, treasury.registrar, asked);
  expect(holders.rows.map(({ device }) => device.serial)).toContain("TK-000123");
});

test("the head who asked is told by mail of either answer, once", async () => {
  const first = await layCodeAsk(world.ports, head);
  await granted(issue(first, `${seats.recorder.code.slice(0, 13)}02`));
  const second = await layCodeAsk(world.ports, head);
  await granted(refuseAsk(world.ports, treasury.registrar, { id: second, reason: "หมายเลขเครื่องไม่ตรง" }));
  await refusal(refuseAsk(world.ports, treasury.registrar, { id: second, reason: "อีกครั้ง" }));
  const told = await all`select refs from notice where kind = 'staff_code_answered'
    and refs ->> 'staffId' = ${head.staffId} order by queued_at`;
  expect(told.map(({ refs }) => (refs as Record<string, string>)["codeAskId"]).sort()).toEqual(
    [first, second].sort(),
  );
});

test("the same form sent twice asks once, and the same person is not asked for twice", async () => {
  const typed = typedAsk();
  await granted(ask(typed, "key"));
  await granted(ask(typed, "key"));
  expect(await ownStates()).toEqual(["waiting"]);
  expect(await refusal(ask(typed))).toMatchObject({ kind: "asked_already" });
});

test("of many who ask for one person at once, by two heads, one asks; and no more wait than may", async () => {
  const other = await staffOf(world.ports, head.agencyId, "seat_head");
  const askAtOnce = (typed: readonly TypedCodeAsk[]) =>
    Promise.all(
      typed.map((each, n) =>
        askForCode(world.ports, n % 2 === 0 ? head : other, {
          typed: each,
          requestKey: world.ports.random.uuid(),
        }),
      ),
    );
  for (let round = 0; round < 4; round += 1) {
    const typed = typedAsk();
    const said = await askAtOnce([typed, typed, typed, typed]);
    const kinds = said.map((each) => (each.ok ? "asked" : each.refusal.kind)).sort();
    expect(kinds).toEqual(["asked", "asked_already", "asked_already", "asked_already"]);
  }
  for (let n = 5; n < mostWaitingAsks; n += 1) await granted(ask(typedAsk()));
  const last = await askAtOnce([typedAsk(), typedAsk(), typedAsk()]);
  expect(last.filter(({ ok }) => ok)).toHaveLength(1);
});

test("what is missing is told field by field, and another agency's order is none", async () => {
  const wrong = typedAsk({ right: "", serial: "เครื่อง 1", citizenId: "123" });
  expect(await refusal(ask(wrong))).toMatchObject({
    faults: [
      { field: "right", refusal: { kind: "right_unchosen" } },
      { field: "serial", refusal: { kind: "serial_shape" } },
      { field: "citizenId" },
    ],
  });
  const strangers = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
  const other = await issuedSeats(world.ports, await openTreasury(world.ports), strangers.agencyId);
  const { orderId } = await namedHolder(world.ports, strangers, other.recorder.id);
  expect(await refusal(ask(typedAsk({ orderId: orderId ?? "" })))).toEqual({ kind: "order_not_found" });
});

test("no more of one agency wait for the office than it can read, and a decided one makes room", async () => {
  for (let n = 0; n < mostWaitingAsks; n += 1) await granted(ask(typedAsk()));
  const [one, requestKey] = [typedAsk(), world.ports.random.uuid()];
  expect(await refusal(ask(one, requestKey))).toEqual({ kind: "asks_many", most: mostWaitingAsks });
  const [first] = (await seeOwnCodeAsks(world.ports, head, null)).rows;
  await granted(
    refuseAsk(world.ports, treasury.registrar, { id: first?.id ?? "", reason: "หมายเลขเครื่องไม่ตรง" }),
  );
  await granted(ask(one, requestKey));
});

test("nobody comes to stand on both approving sides by asking for a code, at the asking or at the issuing", async () => {
  const first = typedAsk({ right: "approver_1" });
  await granted(ask(first));
  const [waiting] = (await seeOwnCodeAsks(world.ports, head, null)).rows;
  const { citizenId } = first;
  await namedHolder(world.ports, head, seats.approver2.id, { citizenId });
  expect(await refusal(ask({ ...first, right: "approver_1" }))).toMatchObject({ kind: "asked_already" });
  const faulty = { kind: "row_faulty", fault: { column: "citizenId", kind: "both_approvals" } };
  expect(await refusal(issue(waiting?.id ?? "", seats.approver1.code))).toEqual(faulty);
  await granted(refuseAsk(world.ports, treasury.registrar, { id: waiting?.id ?? "", reason: "ถืออนุมัติ 2" }));
  expect(await refusal(ask(first))).toEqual({ kind: "both_approvals" });
});

test("who holds a right at the agency is given no second code of it; the code they are named to is given", async () => {
  const typed = typedAsk();
  const { citizenId } = typed;
  await granted(ask(typed));
  const [waiting] = (await seeOwnCodeAsks(world.ports, head, null)).rows;
  const id = waiting?.id ?? "";
  await namedHolder(world.ports, head, seats.recorder.id, { citizenId });
  const held = { kind: "right_held", userCode: seats.recorder.code };
  expect(await refusal(issue(id, `${seats.recorder.code.slice(0, 13)}02`))).toEqual(held);
  const places = async () =>
    (await all`select id from seat_holding where agency_id = ${head.agencyId}`).length;
  expect([await ownStates(), await places()]).toEqual([["waiting"], 1]);
  await granted(issue(id, seats.recorder.code));
  expect([await ownStates(), await places()]).toEqual([["issued"], 1]);
});

test("a code of another right or agency, or one that is held, is not given; nothing is half done", async () => {
  const id = await layCodeAsk(world.ports, head);
  expect(await refusal(issue(id, seats.approver1.code))).toEqual({ kind: "right_other" });
  expect(await refusal(issue(id, "123"))).toEqual({ kind: "user_code_shape" });
  await namedHolder(world.ports, head, seats.recorder.id);
  expect(await refusal(issue(id, seats.recorder.code))).toMatchObject({
    fault: { kind: "seat_occupied" },
  });
  expect(await ownStates()).toEqual(["waiting"]);
});

test("of two registrars at once one decides; the head reads why none is issued, until it is forgotten", async () => {
  const id = await layCodeAsk(world.ports, head);
  const free = (await granted(see(id))).proposed ?? "";
  const reason = " หมายเลขเครื่องไม่ตรง ";
  const both = await Promise.all([
    issue(id, free),
    refuseAsk(world.ports, treasury.registrar, { id, reason }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: "code_ask_decided" } });
  const other = await layCodeAsk(world.ports, head);
  expect(await refusal(refuseAsk(world.ports, treasury.registrar, { id: other, reason: " " }))).toEqual({
    kind: "reason_missing",
  });
  await granted(refuseAsk(world.ports, treasury.registrar, { id: other, reason }));
  expect((await granted(see(other, head))).ask.facts.reason).toBe("หมายเลขเครื่องไม่ตรง");
  world.clock.pass(31 * 86_400);
  await purgeCodeAsks(world.ports, { kind: "system", job: "test" });
  expect(await ownStates()).toEqual([]);
});

test("another agency and another office see and decide nothing of it", async () => {
  const id = await layCodeAsk(world.ports, head);
  const { registrar } = await openTreasury(world.ports);
  const stranger = await staffOf(world.ports, (await openTown(world.ports)).agencyId, "seat_head");
  const none = { kind: "code_ask_not_found" };
  for (const actor of [registrar, stranger]) expect(await refusal(see(id, actor))).toEqual(none);
  expect(await refusal(issue(id, seats.recorder.code, registrar))).toEqual(none);
  expect(await refusal(refuseAsk(world.ports, registrar, { id, reason: "ไม่" }))).toEqual(none);
  expect((await seeCodeAsks(world.ports, registrar, { state: "waiting", turn: null })).rows).toEqual([]);
  expect(
    (await seeCodeAsks(world.ports, treasury.registrar, { state: "waiting", turn: null })).rows,
  ).toHaveLength(1);
});
