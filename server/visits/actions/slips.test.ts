import { afterAll, beforeAll, expect, test } from "vitest";
import { generalCare, haemodialysis } from "../../../tests/support/facilities.ts";
import { granted } from "../../../tests/support/people.ts";
import {
  kindOf,
  metAtCounter,
  twoFacilities,
  type TwoFacilities,
} from "../../../tests/support/two-facilities.ts";
import type { Staff } from "../../kernel/actor.ts";
import { enterSlip, type SlipInput } from "./enter-slip.ts";
import { makeSlips } from "./make-slips.ts";
import { seeSlipBlocks, seeSlipSheet } from "./see-slips.ts";
import { seeVisit } from "./see-visit.ts";
import { voidSlip } from "./void-slip.ts";

let two: TwoFacilities;
let world: TwoFacilities["world"];
let sql: TwoFacilities["sql"];
let clerk: Staff;
let stranger: Staff;

beforeAll(async () => {
  two = await twoFacilities("clerk");
  ({ world, sql, own: clerk, stranger } = two);
});
afterAll(() => two.close());

const met = () => metAtCounter(world.ports, clerk, "typed");

/** The codes of a fresh block. */
async function codes(count = "10"): Promise<readonly string[]> {
  const { blockId } = await granted(
    makeSlips(world.ports, clerk, { countText: count, requestKey: world.ports.random.uuid() }),
  );
  const { slips } = await granted(seeSlipSheet(world.ports, clerk, { blockId }));
  return slips.map(({ code }) => code);
}

const slipOf = async (codeText: string, more: Partial<SlipInput> = {}): Promise<SlipInput> => ({
  codeText,
  citizenId: await met(),
  dayText: "2026-11-21",
  typed: { mobile: "0812345678", telephones: "", time: "08:15", services: [generalCare], hn: "", an: "" },
  ...more,
});
const enter = async (codeText: string, more: Partial<SlipInput> = {}, who = clerk) =>
  enterSlip(world.ports, who, await slipOf(codeText, more));

test("a block holds as many different codes as were asked for, and the same request makes one", async () => {
  const input = { countText: "200", requestKey: "same" };
  const [one, two] = await Promise.all([
    granted(makeSlips(world.ports, clerk, input)),
    granted(makeSlips(world.ports, clerk, input)),
  ]);
  expect(one).toEqual(two);
  const { slips } = await granted(seeSlipSheet(world.ports, clerk, one));
  expect(new Set(slips.map(({ code }) => code)).size).toBe(200);
  expect(slips[0]?.code).toMatch(/^PP\d{10}$/);
  expect(kindOf(await seeSlipSheet(world.ports, stranger, one))).toBe("slip_block_missing");
});

test("a slip becomes a confirmed visit of its day with exactly its code, used", async () => {
  const [code = ""] = await codes();
  const { visitId } = await granted(enter(code));
  const seen = await granted(seeVisit(world.ports, clerk, { visitId, purpose: "x" }));
  expect(seen).toMatchObject({
    visit: { status: "confirmed", way: "slip", day: "2026-11-21" },
    codes: [{ code, status: "used", serviceType: generalCare }],
  });
});

test("a slip is never used twice, also when entered by two clerks at once", async () => {
  const [code = "", other = ""] = await codes();
  const both = await Promise.all([enter(code), enter(code)]);
  expect(both.map(kindOf).sort()).toEqual(["ok", "slip_entered"]);
  await granted(enter(other));
  await expect(
    sql`update slip set state = 'blank', visit_id = null where code = ${other}`,
  ).rejects.toMatchObject({
    code: "23514",
  });
  await expect(
    sql`delete from slip where code = ${other}`.then(() => enter(other)).then(kindOf),
  ).resolves.toBe("slip_missing");
});

test("another facility's slip, a code of no slip, and a void one are refused", async () => {
  const [code = ""] = await codes();
  expect(kindOf(await enter(code, {}, stranger))).toBe("slip_missing");
  expect(kindOf(await enter("PP0000000000"))).toBe("slip_missing");
  expect(kindOf(await voidSlip(world.ports, clerk, { codeText: code, reason: " " }))).toBe(
    "slip_reason_missing",
  );
  await granted(voidSlip(world.ports, clerk, { codeText: code, reason: "ฉีกขาด" }));
  await granted(voidSlip(world.ports, clerk, { codeText: code, reason: "ฉีกขาด" }));
  expect(kindOf(await enter(code))).toBe("slip_void");
  const { rows: blocks } = await seeSlipBlocks(world.ports, clerk, null);
  expect(blocks).toContainEqual(expect.objectContaining({ count: 10, blank: 9, entered: 0, voided: 1 }));
});

test("a day too old, several services, and a service that has its code already leave the slip blank", async () => {
  const [code = "", second = ""] = await codes();
  expect(kindOf(await enter(code, { dayText: "2026-11-01" }))).toBe("slip_day_old");
  const typed = (await slipOf(code)).typed;
  const two = { typed: { ...typed, services: [generalCare, haemodialysis] } };
  expect(kindOf(await enter(code, two))).toBe("slip_one_service");
  const citizenId = await met();
  await granted(enter(code, { citizenId }));
  expect(kindOf(await enter(second, { citizenId }))).toBe("codes_there_already");
  expect(kindOf(await enter(second))).toBe("ok");
});
